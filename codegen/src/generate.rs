//! The pipeline, from a request to what comes of it: parse → resolve → lower, for every document.
//!
//! In: a [`Request`]. Out: [`Generated`], [`Resolved`] for who needs no Rust, or a [`Failure`] with all that is wrong.
//! This room only orders the others; it holds no rule of its own.

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::examples::{self, Contradiction};
use crate::generated::{Failure, Generated, Resolved};
use crate::lower;
use crate::model::{Ignored, Model};
use crate::request::{Input, Request};
use crate::resolve;
use crate::rust::{Module, Package};
use crate::settings::{HandWritten, Settings};
use crate::source::Sources;

impl Request {
    /// Reads, resolves and lowers every document.
    ///
    /// # Errors
    ///
    /// All problems of the stage that failed, of every document.
    pub fn generate(&self) -> Result<Generated, Box<Failure>> {
        let mut run = Run::new(self);
        let parts = run.settings().map(|settings| run.documents(&settings));
        run.ending(parts, Parts::with)
    }

    /// Reads and resolves every document, without making Rust of it: for comparing versions.
    ///
    /// # Errors
    ///
    /// All problems, of every document.
    pub fn resolve(&self) -> Result<Resolved, Box<Failure>> {
        let mut run = Run::new(self);
        let settings = run.settings();
        let models = self.documents.iter().filter_map(|input| run.model(input));
        let models: Vec<Model> = models.collect();
        run.ending(settings, |settings, sources, _| {
            let names = self.documents.iter().map(Input::file_name);
            Resolved {
                sources,
                models,
                settings: names.map(|name| settings.document(name)).collect(),
            }
        })
    }
}

/// A request on its way.
struct Run<'request> {
    request: &'request Request,
    sources: Sources,
    diagnostics: Diagnostics,
}

/// What a run has made so far.
#[derive(Default)]
struct Parts {
    models: Vec<Model>,
    modules: Vec<Module>,
    hand_written: Vec<HandWritten>,
    contradictions: Vec<Vec<Contradiction>>,
}

impl<'request> Run<'request> {
    fn new(request: &'request Request) -> Self {
        Self {
            request,
            sources: Sources::default(),
            diagnostics: Diagnostics::default(),
        }
    }

    /// What comes of the run: what `finish` makes of a value, unless something was an error.
    fn ending<P, T>(
        self,
        value: Option<P>,
        finish: impl FnOnce(P, Sources, Diagnostics) -> T,
    ) -> Result<T, Box<Failure>> {
        match value {
            Some(value) if !self.diagnostics.has_errors() => {
                Ok(finish(value, self.sources, self.diagnostics))
            }
            _ => Err(Box::new(Failure {
                sources: self.sources,
                diagnostics: self.diagnostics,
            })),
        }
    }

    /// The settings; `None` after a diagnostic.
    fn settings(&mut self) -> Option<Settings> {
        let settings = match &self.request.settings {
            None => Settings::default(),
            Some(path) => {
                let read = Settings::read(&mut self.sources, path);
                self.value_of(read.map(|settings| (settings, Diagnostics::default())))?
            }
        };
        let documents = self.request.documents.iter();
        let names: Vec<&str> = documents.map(Input::file_name).collect();
        for problem in settings.unknown_documents(&names) {
            self.diagnostics.push(problem);
        }
        Some(settings.otherwise(self.request.unknown_fields))
    }

    /// Every document, as far as each gets; entries of the settings that served none are errors.
    fn documents(&mut self, settings: &Settings) -> Parts {
        let mut parts = Parts {
            hand_written: settings.modules().to_vec(),
            ..Parts::default()
        };
        for input in &self.request.documents {
            self.document(input, settings, &mut parts);
        }
        if !self.diagnostics.has_errors() {
            for problem in settings.unused() {
                self.diagnostics.push(problem);
            }
        }
        parts
    }

    /// parse → resolve, for one document; what its examples show to be open is open.
    fn model(&mut self, input: &Input) -> Option<Model> {
        let file = self
            .sources
            .read(&input.path)
            .map(|file| (file, Diagnostics::default()));
        let file = self.value_of(file)?;
        let document = Document::parse(self.sources.cursor(file));
        let document = self.value_of(document)?;
        let model = resolve::model(&document, &mut self.sources, &self.request.locations);
        let mut model = self.value_of(model)?;
        let open = examples::open_objects(&model);
        model.open(&open);
        Some(model)
    }

    /// parse → resolve → lower, for one document.
    fn document(&mut self, input: &Input, settings: &Settings, parts: &mut Parts) -> Option<()> {
        let model = self.model(input)?;
        let settings = settings.document(input.file_name());
        let contradictions = examples::contradictions(&model, &self.sources, &settings);
        self.diagnostics.append(examples::warnings(&contradictions));
        let module = lower::module(&model, &settings, &mut self.diagnostics);
        parts.modules.push(Module {
            source: input.shown.clone(),
            ..module
        });
        let mut model = model;
        let idle = lower::ignored(&model, &settings);
        let here = |one: &Ignored| self.sources.at(&one.at).is_some();
        model.ignored.extend(idle.into_iter().filter(here));
        parts.models.push(model);
        parts.contradictions.push(contradictions);
        Some(())
    }

    /// The value of a stage; its diagnostics are kept either way.
    fn value_of<T>(&mut self, stage: Result<(T, Diagnostics), Diagnostics>) -> Option<T> {
        let (value, diagnostics) = match stage {
            Ok((value, warnings)) => (Some(value), warnings),
            Err(problems) => (None, problems),
        };
        self.diagnostics.append(diagnostics);
        value
    }
}

impl Parts {
    fn with(mut self, sources: Sources, diagnostics: Diagnostics) -> Generated {
        self.modules
            .sort_by(|left, right| left.name.cmp(&right.name));
        Generated {
            sources,
            models: self.models,
            package: Package {
                modules: self.modules,
                hand_written: self.hand_written,
            },
            contradictions: self.contradictions,
            diagnostics,
        }
    }
}
