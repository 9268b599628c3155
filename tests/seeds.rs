//! The seeds of the fuzzer, held against what the fuzzer holds everything against.

use tests::{pipeline, workspace};

#[test]
fn what_holds_for_every_input_holds_for_the_seeds() {
    let folder = workspace("tests/fuzz/seeds");
    let entries = std::fs::read_dir(&folder).expect("the folder of seeds");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(paths.len() > 20, "the seeds are there");
    for path in paths {
        println!("{}", path.display());
        pipeline::holds(&std::fs::read(&path).expect("a seed"));
    }
}

#[test]
fn what_holds_for_every_input_holds_for_each_prefix_of_a_document() {
    let path = workspace("tests/fuzz/seeds/traits.yaml");
    let seed = std::fs::read(path).expect("a seed");
    for end in (0..seed.len()).step_by(17) {
        pipeline::holds(&seed[..end]);
    }
}
