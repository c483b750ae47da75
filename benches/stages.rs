//! How long each stage takes over a generated tree, alone and with all that comes before it done.
//!
//!     cargo bench --features internals --bench stages                              a tree of 400 files
//!     BODYGUARD_BENCH_SCALE=10 cargo bench --features internals --bench stages -- explore
//!     BODYGUARD_BENCH_SHAPE=deep-chain cargo bench --features internals --bench stages    other trees: see benches/go_tree/mod.rs
//!     BODYGUARD_BENCH_TREE=some/folder cargo bench --features internals --bench stages
//!
//! Stages run on one thread, so that figures add up and mean the same on every machine; `whole/...` runs on all.
//! Under `cargo test --features internals --benches` each stage runs once over a small tree.

mod go_tree;

use bodyguard::internals::{
    Aim, Analysis, DEEPEST_CALLS, Facts, File, Filter, FuncId, FuncRef, Globs, Goal, Index, OUTER, Queries, Resolver,
    Scope, Task, TestFiles, Walk, discover, find, index_for, item_spans, live, parse, sites,
};
use bodyguard::{Format, GoFile, Input, NamedFiles, Options, Reading, Report, Settings, Source};
use clap::ValueEnum;
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// As in `main`: deep code needs it.
const STACK: usize = 64 << 20;

/// The folder that is measured.
struct Tree {
    folder: PathBuf,
    /// Takes the folder away in the end, if it was generated.
    _home: Option<tempfile::TempDir>,
}

fn tree() -> Tree {
    if let Some(folder) = std::env::var_os("BODYGUARD_BENCH_TREE") {
        let folder = std::path::absolute(folder).expect("there is a working folder");
        return Tree { folder, _home: None };
    }
    let home = tempfile::tempdir().expect("the folder for temporary files is writable");
    let variable = |name: &str| std::env::var(format!("BODYGUARD_BENCH_{name}")).ok();
    let is_measured = std::env::args().any(|arg| arg == "--bench");
    let (name, small) = if is_measured { ("realistic", None) } else { ("wide-interface", Some(40)) };
    let name = variable("SHAPE").unwrap_or_else(|| name.to_string());
    let (shape, size) = go_tree::shape(&name).expect("BODYGUARD_BENCH_SHAPE names a shape");
    let scale = variable("SCALE").map(|scale| scale.parse().expect("BODYGUARD_BENCH_SCALE is a number"));
    let size = scale.or(small).unwrap_or(size);
    go_tree::write(home.path(), shape, size, 1).expect("the folder for temporary files is writable");
    Tree { folder: home.path().to_path_buf(), _home: Some(home) }
}

/// The input of the stages, made once.
struct Given {
    folder: PathBuf,
    /// The texts of the files that are worth parsing.
    sources: Vec<Arc<Source>>,
    bytes: u64,
    task: Task,
    /// One file that is worth parsing, and names `net/http` if there is such a file.
    one: PathBuf,
}

fn given(tree: &Tree) -> Given {
    let files = found(&tree.folder);
    let task = Task { report: files, reading: Reading::ByName, ..Task::default() };
    let worth: Vec<GoFile> = worth(&task).into_iter().cloned().collect();
    let read = |file: &GoFile| Source::read(&file.path, &file.shown).ok().map(Arc::new);
    let sources: Vec<Arc<Source>> = worth.iter().filter_map(read).collect();
    let bytes = sources.iter().map(|source| source.text().len() as u64).sum();
    let is_http = |source: &&Arc<Source>| source.text().contains("\"net/http\"");
    let one = sources.iter().find(is_http).or(sources.first()).expect("the tree has files that matter").path.clone();
    Given { folder: tree.folder.clone(), sources, bytes, task, one: one.to_path_buf() }
}

// The stages. Each is one function from values to a value, so that a change of an interface changes one of them.

fn found(folder: &Path) -> Vec<GoFile> {
    let exclude = Globs::new(folder, &[]).expect("no pattern is a valid list of patterns");
    let filter = Filter { exclude, tests: TestFiles::Wanted, named: NamedFiles::AlwaysChecked, threads: 1 };
    discover(&[folder.to_string_lossy().into_owned()], &filter).files
}

fn worth(task: &Task) -> Vec<&GoFile> {
    find(task, &mut index_for(task)).files.into_iter().map(|file| file.file).collect()
}

fn find_items(sources: &[Arc<Source>]) -> usize {
    sources.iter().map(|source| item_spans(source.text()).functions.len()).sum()
}

fn parse_all(sources: &[Arc<Source>]) -> usize {
    sources.iter().filter(|source| parse(source.text()).is_some()).count()
}

fn outline_all(sources: &[Arc<Source>]) -> usize {
    let results = sources.iter().map(|source| {
        let file = File::new(source.clone(), &Queries::standard());
        (0..file.function_count()).map(|number| file.function(number).signature.results.len()).sum::<usize>()
    });
    results.sum()
}

fn lower_all(files: &[File]) -> usize {
    files.iter().map(|file| (0..file.function_count()).filter_map(|number| file.body(number)).count()).sum()
}

/// Reads the packages of all files that are worth it.
fn index_all(task: &Task, sources: &[Arc<Source>]) -> (Index, Vec<FuncRef>) {
    let index = index_for(task);
    let mut functions = Vec::new();
    for source in sources {
        let Some((package, number)) = index.file_at(&source.path) else { continue };
        for function in 0..package.files[number as usize].function_count() {
            let function = u32::try_from(function).unwrap_or(u32::MAX);
            functions.push(FuncRef { package: package.clone(), id: FuncId { file: number, function } });
        }
    }
    (index, functions)
}

/// The responses that the caller of each function acquires.
fn summarize_all(index: &Index, functions: &[FuncRef]) -> usize {
    let analysis = Analysis::new(index, false, &[]);
    let with_results = functions.iter().filter(|function| !function.decl().signature.results.is_empty());
    with_results.filter_map(|function| analysis.acquired(function, Facts::new(), DEEPEST_CALLS)).count()
}

/// Follows each response of each function.
fn explore_all(index: &Index, functions: &[FuncRef]) -> usize {
    let analysis = Analysis::new(index, false, &[]);
    functions.iter().map(|function| explore_one(&analysis, function)).sum()
}

fn explore_one(analysis: &Analysis, function: &FuncRef) -> usize {
    let Some(body) = function.body() else { return 0 };
    let resolver = Resolver::new(analysis.index, &body, Scope::of_function(analysis.index, function));
    let sites = sites(analysis, &resolver, OUTER, DEEPEST_CALLS).sites;
    if sites.is_empty() {
        return 0;
    }
    let live = live(&body);
    let walk = Walk { analysis, resolver: &resolver, live: &live, root: OUTER, depth: DEEPEST_CALLS, aim: Aim::Leaks };
    sites.into_iter().map(|site| walk.explore(Goal::Site(site), &Facts::new()).leaks.len()).sum()
}

fn whole(settings: &Settings) -> Report {
    bodyguard::check(settings)
}

fn settings(paths: &[&Path]) -> Settings {
    let input = Input::Paths(paths.iter().map(|path| path.to_string_lossy().into_owned()).collect());
    Settings::new(Options { input, ..Options::default() }).expect("the defaults are sound")
}

// How they are measured.

fn stages(criterion: &mut Criterion) {
    let tree = tree();
    let many = pool(0).build().expect("threads can be started");
    // Whatever is parallel inside a stage finds only this thread.
    let _one = pool(1).use_current_thread().build().expect("this thread is in no pool yet");
    let given = given(&tree);
    one_thread(criterion, &given);
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(10);
    group.bench_function("all files", |bench| {
        let settings = settings(&[&given.folder]);
        bench.iter(|| many.install(|| whole(&settings)));
    });
    group.bench_function("one file", |bench| {
        let settings = settings(&[&given.one]);
        bench.iter(|| many.install(|| whole(&settings)));
    });
    group.finish();
}

fn pool(threads: usize) -> rayon::ThreadPoolBuilder {
    rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK)
}

fn one_thread(criterion: &mut Criterion, given: &Given) {
    let Given { folder, sources, task, .. } = given;
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10);
    group.bench_function("discover", |bench| bench.iter(|| found(folder)));
    group.bench_function("candidates", |bench| bench.iter(|| worth(task).len()));
    group.throughput(Throughput::Bytes(given.bytes));
    group.bench_function("items", |bench| bench.iter(|| find_items(sources)));
    group.bench_function("parse", |bench| bench.iter(|| parse_all(sources)));
    group.bench_function("outline", |bench| bench.iter(|| outline_all(sources)));
    group.bench_function("lower", |bench| {
        let files =
            || -> Vec<File> { sources.iter().map(|source| File::new(source.clone(), &Queries::standard())).collect() };
        bench.iter_batched_ref(files, |files| lower_all(files), BatchSize::PerIteration);
    });
    group.bench_function("index", |bench| bench.iter_with_large_drop(|| index_all(task, sources)));
    let (index, functions) = index_all(task, sources);
    // Lowers all bodies: what is measured from here on is the analysis alone.
    explore_all(&index, &functions);
    group.bench_function("summarize", |bench| bench.iter(|| summarize_all(&index, &functions)));
    group.bench_function("explore", |bench| bench.iter(|| explore_all(&index, &functions)));
    group.finish();
    reports(criterion, &whole(&settings(&[folder])));
}

fn reports(criterion: &mut Criterion, report: &Report) {
    let mut group = criterion.benchmark_group("report");
    group.sample_size(10);
    for format in Format::value_variants() {
        let name = format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_string());
        group.bench_function(name, |bench| {
            bench.iter(|| black_box(format).write(report, &mut io::sink()).expect("a sink takes everything"));
        });
    }
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
