//! Sessions.
//!
//! In: [`Session`]. Out: a unit struct that answers the questions of the session's state machine.

use proc_macro2::TokenStream;
use quote::quote;

use super::path::ident;
use super::scope::Scope;
use super::{docs, types};
use crate::rust::{
    FieldKind, ReceivedMessage, Session, SessionField, SessionMessage, SessionRole, SessionStatus,
    Type,
};
use crate::settings::TimeUnit;

/// The items of a session.
pub(super) fn tokens<'a>(item: &'a Session, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    let (support, option) = (scope.support("session"), scope.prelude("Option"));
    let (incoming, outgoing) = (ident(&item.incoming), ident(&item.outgoing));
    let opening = types::tokens(unboxed(&item.opening.ty), scope);
    let open = sent(item, &item.opening, &quote!(opening), scope);
    let status = status_type(item, scope);
    let (at_most, heartbeat) = (at_most(item, scope), heartbeat(item, scope));
    let (signal, names) = (signal(item, scope), names(item, scope));
    let may_pass = may_pass(item.status.as_ref(), &status);
    let is_reply = |message: &ReceivedMessage| message.role == SessionRole::Reply;
    let replied = item.received.iter().any(is_reply);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct #name;

        impl #support::Protocol for #name {
            type Incoming = #incoming;
            type Outgoing = #outgoing;
            type Opening = #opening;
            type Status = #status;

            const HEARTBEAT_AT_MOST: #option<std::time::Duration> = #at_most;

            const HEARTBEAT_IS_REPLIED_TO: bool = #replied;

            fn open(opening: #opening) -> #outgoing { #open }

            fn heartbeat() -> #option<#outgoing> { #heartbeat }

            fn signal(message: &#incoming) -> #support::Signal<#status> {
                match message { #signal }
            }

            fn name(message: &#incoming) -> (#support::Kind, &str) {
                match message { #names }
            }

            #may_pass
        }
    }
}

fn unboxed(ty: &Type) -> &Type {
    match ty {
        Type::Boxed(inner) => unboxed(inner),
        ty => ty,
    }
}

/// A value in its variant, which may hold it in a box.
fn sent(
    item: &Session,
    message: &SessionMessage,
    value: &TokenStream,
    scope: &Scope<'_>,
) -> TokenStream {
    let (outgoing, variant) = (ident(&item.outgoing), ident(&message.variant));
    match message.ty {
        Type::Boxed(_) => {
            let boxed = scope.prelude("Box");
            quote!(#outgoing::#variant(#boxed::new(#value)))
        }
        _ => quote!(#outgoing::#variant(#value)),
    }
}

fn status_type<'a>(item: &'a Session, scope: &mut Scope<'a>) -> TokenStream {
    match &item.status {
        Some(status) => types::tokens(&status.field.ty, scope),
        None => quote!(std::convert::Infallible),
    }
}

fn at_most(item: &Session, scope: &Scope<'_>) -> TokenStream {
    let (some, none) = (scope.prelude("Some"), scope.prelude("None"));
    let Some((count, unit)) = item.at_most else {
        return quote!(#none);
    };
    let count = u64::from(count);
    let time = match unit {
        TimeUnit::Milliseconds => quote!(from_millis(#count)),
        TimeUnit::Seconds => quote!(from_secs(#count)),
        TimeUnit::Minutes => {
            let seconds = count * 60;
            quote!(from_secs(#seconds))
        }
    };
    quote!(#some(std::time::Duration::#time))
}

fn heartbeat<'a>(item: &'a Session, scope: &mut Scope<'a>) -> TokenStream {
    let Some(heartbeat) = &item.heartbeat else {
        let none = scope.prelude("None");
        return quote!(#none);
    };
    let ty = types::tokens(unboxed(&heartbeat.ty), scope);
    let message = sent(item, heartbeat, &quote!(#ty::default()), scope);
    let some = scope.prelude("Some");
    quote!(#some(#message))
}

/// The arms that tell what a message means.
fn signal(item: &Session, scope: &mut Scope<'_>) -> TokenStream {
    let (support, incoming) = (scope.support("session"), ident(&item.incoming));
    let arms = item.received.iter().map(|message| {
        let variant = ident(&message.variant);
        match message.role {
            SessionRole::Answer => {
                let outcome = outcome(item, scope);
                quote!(#incoming::#variant(answer) => #outcome)
            }
            SessionRole::Reply => quote!(#incoming::#variant(_) => #support::Signal::Heartbeat,),
            SessionRole::Other => quote!(#incoming::#variant(_) => #support::Signal::Message,),
        }
    });
    let arms: Vec<_> = arms.collect();
    quote!(#(#arms)* #incoming::Unknown(_) => #support::Signal::Unknown,)
}

/// What an answer means.
fn outcome(item: &Session, scope: &mut Scope<'_>) -> TokenStream {
    let support = scope.support("session");
    let [interval, expires] =
        [&item.interval, &item.expires].map(|time| time_of(time.as_ref(), scope));
    let confirmed = quote! {
        #support::Signal::Confirmed(#support::Terms { interval: #interval, expires: #expires })
    };
    let Some(SessionStatus {
        field, accepted, ..
    }) = &item.status
    else {
        // Nothing of the answer may be asked for.
        let unused =
            (item.interval.is_none() && item.expires.is_none()).then(|| quote!(let _ = answer;));
        return quote!({ #unused #confirmed });
    };
    let (some, status) = (scope.prelude("Some"), value(field, &quote!(answer), scope));
    quote! {
        match #status {
            #some(status) if status.as_str() == #accepted => #confirmed,
            status => #support::Signal::Refused(status.cloned()),
        },
    }
}

fn time_of(time: Option<&(SessionField, TimeUnit)>, scope: &mut Scope<'_>) -> TokenStream {
    let Some((field, unit)) = time else {
        let none = scope.prelude("None");
        return quote!(#none);
    };
    let (support, name) = (scope.support("session"), ident(&field.name));
    let count = match (field.kind, &field.ty) {
        (FieldKind::Required, Type::Nullable(_)) | (FieldKind::Optional, _) => quote!(answer.#name),
        (FieldKind::Required, _) => {
            let some = scope.prelude("Some");
            quote!(#some(answer.#name))
        }
        (FieldKind::Nullable, _) => quote!(answer.#name.flatten()),
    };
    let unit = match unit {
        TimeUnit::Milliseconds => quote!(Milliseconds),
        TimeUnit::Seconds => quote!(Seconds),
        TimeUnit::Minutes => quote!(Minutes),
    };
    quote!(#support::duration(#count, #support::Unit::#unit))
}

/// The arms that tell a message's name.
fn names(item: &Session, scope: &mut Scope<'_>) -> TokenStream {
    let (support, incoming) = (scope.support("session"), ident(&item.incoming));
    let arms = item.received.iter().map(|message| {
        let variant = ident(&message.variant);
        match &message.inner {
            Some(field) => {
                let inner = inner_name(message, field, scope);
                quote!(#incoming::#variant(message) => #inner)
            }
            None => {
                let wire = &message.wire;
                quote!(#incoming::#variant(_) => (#support::Kind::Known, #wire),)
            }
        }
    });
    let arms: Vec<_> = arms.collect();
    quote! {
        #(#arms)*
        #incoming::Unknown(unknown) => {
            (#support::Kind::Unknown, unknown.tag.as_deref().unwrap_or_default())
        }
    }
}

fn inner_name(
    message: &ReceivedMessage,
    field: &SessionField,
    scope: &mut Scope<'_>,
) -> TokenStream {
    let (support, wire) = (scope.support("session"), &message.wire);
    let (some, none) = (scope.prelude("Some"), scope.prelude("None"));
    let inner = value(field, &quote!(message), scope);
    quote! {
        match #inner {
            #some(inner) if inner.is_known() => {
                (#support::Kind::Known, inner.tag().unwrap_or(#wire))
            }
            #some(inner) => (#support::Kind::Unknown, inner.tag().unwrap_or_default()),
            #none => (#support::Kind::Known, #wire),
        },
    }
}

/// A field's value behind a reference, if there is one.
fn value(field: &SessionField, owner: &TokenStream, scope: &Scope<'_>) -> TokenStream {
    let (name, some, option) = (
        ident(&field.name),
        scope.prelude("Some"),
        scope.prelude("Option"),
    );
    match (field.kind, &field.ty) {
        (FieldKind::Required, Type::Nullable(_)) => quote!(#owner.#name.as_ref()),
        (FieldKind::Required, _) => quote!(#some(&#owner.#name)),
        (FieldKind::Optional, _) => quote!(#owner.#name.as_ref()),
        (FieldKind::Nullable, _) => quote!(#owner.#name.as_ref().and_then(#option::as_ref)),
    }
}

fn may_pass(status: Option<&SessionStatus>, ty: &TokenStream) -> TokenStream {
    match status.map(|status| status.may_pass.as_slice()) {
        None => quote!(fn may_pass(status: &#ty) -> bool { match *status {} }),
        Some([]) => quote!(fn may_pass(_: &#ty) -> bool { false }),
        Some(texts) => quote! {
            fn may_pass(status: &#ty) -> bool { matches!(status.as_str(), #(#texts)|*) }
        },
    }
}
