//! The same thing done to many, several at a time.
//!
//! In: items and what to do with one. Out: what came of each, in the order of the items.

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::thread;

/// Room for what is deeply nested, as a program's first thread has it and more.
const STACK: usize = 64 << 20;

/// What `task` makes of each item, with `jobs` at a time.
///
/// # Panics
///
/// When a task does.
pub(super) fn each<T: Sync, R: Send>(
    items: &[T],
    jobs: NonZeroUsize,
    task: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let queue = Mutex::new(items.iter().enumerate());
    let done = Mutex::new(Vec::with_capacity(items.len()));
    let work = || loop {
        let next = queue.lock().expect("no task holds the queue").next();
        let Some((index, item)) = next else { break };
        let result = task(item);
        done.lock()
            .expect("no task holds the results")
            .push((index, result));
    };
    thread::scope(|scope| {
        for _ in 0..jobs.get() {
            let worker = thread::Builder::new().stack_size(STACK);
            worker
                .spawn_scoped(scope, work)
                .expect("a thread can be started");
        }
    });
    let mut done = done.into_inner().expect("no task holds the results");
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..100).collect();
        let jobs = NonZeroUsize::new(3).expect("not zero");
        assert_eq!(
            super::each(&items, jobs, |item| item * 2),
            items.iter().map(|item| item * 2).collect::<Vec<_>>()
        );
    }
}
