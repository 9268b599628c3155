//! Independent pieces of work on every processor.
//!
//! In: a list, and what to do with one of it. Out: what came of each, in the list's order, whatever ended first.
//! Each worker has an allocator arena of its own, so that the many short-lived tokens of thousands of files do not
//! scatter over the memory that holds the documents. This room never knows what it maps.

use std::num::NonZeroUsize;
use std::thread;

/// Room for what is deeply nested: at least what a program's first thread has, in bytes.
const STACK: usize = 16 << 20;

/// What `work` makes of each item, in the items' order.
pub(super) fn map<T: Sync, U: Send>(items: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = items.len().div_ceil(processors).max(1);
    let all_of = |part: &[T]| part.iter().map(&work).collect::<Vec<U>>();
    thread::scope(|scope| {
        let started: Vec<_> = items
            .chunks(share)
            .map(|part| {
                let worker = thread::Builder::new().stack_size(STACK);
                (part, worker.spawn_scoped(scope, || all_of(part)))
            })
            .collect();
        let ended = started.into_iter().map(|(part, worker)| match worker {
            Ok(worker) => worker
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // A machine that starts no more threads still gets its files.
            Err(_) => all_of(part),
        });
        ended.flatten().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let numbers: Vec<usize> = (0..1_000).collect();
        let doubled = map(&numbers, |number| number * 2);
        assert!(doubled.iter().enumerate().all(|(at, it)| *it == at * 2));
        assert_eq!(doubled.len(), numbers.len());
    }

    #[test]
    fn no_items_are_no_work() {
        assert!(map(&[] as &[u8], |byte| *byte).is_empty());
    }

    #[test]
    #[should_panic(expected = "item 7")]
    fn a_panic_in_a_worker_is_the_callers() {
        map(&[1, 7, 3], |item| assert_ne!(*item, 7, "item 7"));
    }
}
