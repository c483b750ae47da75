//! A map that several threads fill on demand.
//!
//!     let names: Memo<OsString, Option<Name>> = Memo::default();
//!     names.get_or_insert_with(folder.as_os_str(), || read_name(folder))    // read on the first call, looked up on the next
//!
//! A value is made outside the lock, so making one may look up another key in the same map. Two threads may make a value for
//! one key at the same time; both get the one that was stored first. Where making it twice costs too much, the value is an
//! `Arc<OnceLock<T>>`: see [`Memo::get_or_init`].
//!
//! A value is a function of its key for as long as it is stored: nothing is replaced, only [`Memo::clear`] and [`Memo::remove`] remove anything.
//! A lock that a panicking thread has left poisoned is used as it is, because each change is a single insertion.

use rustc_hash::FxHashMap;
use std::borrow::Borrow;
use std::fmt::{self, Debug, Formatter};
use std::hash::Hash;
use std::sync::{Arc, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A concurrent map from keys to values that are made on demand. See the [module](self).
pub struct Memo<K, V>(RwLock<FxHashMap<K, V>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Memo<K, V> {
        Memo(RwLock::default())
    }
}

impl<K, V> Debug for Memo<K, V> {
    /// The number of entries: the entries themselves may be large, and may refer to each other.
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "Memo({} entries)", self.len())
    }
}

impl<K, V> Memo<K, V> {
    /// The number of entries.
    pub fn len(&self) -> usize {
        self.read().len()
    }

    /// Removes all entries.
    pub fn clear(&self) {
        self.write().clear();
    }

    /// Calls `visit` for each value, in no particular order. It must not ask this map for anything that has to be stored.
    pub fn for_each(&self, visit: impl FnMut(&V)) {
        self.read().values().for_each(visit);
    }

    /// The values of a map that no other thread uses, to be changed in place.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).values_mut()
    }

    fn read(&self) -> RwLockReadGuard<'_, FxHashMap<K, V>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, FxHashMap<K, V>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash, V> Memo<K, V> {
    /// The result of `look` for the value of a key, without a copy of the value; `None` if there is no such entry. `look` must not
    /// ask this map for anything that has to be stored.
    pub fn look<Q, T>(&self, key: &Q, look: impl FnOnce(&V) -> T) -> Option<T>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.read().get(key).map(look)
    }

    /// Changes the value of a key, an empty one if there is none yet, and returns what `change` returns. For values that grow:
    /// several answers under one key. `change` must not use this map.
    pub fn change<T>(&self, key: K, change: impl FnOnce(&mut V) -> T) -> T
    where
        V: Default,
    {
        change(self.write().entry(key).or_default())
    }
}

impl<K: Eq + Hash, V> Memo<K, V> {
    /// Removes the value of a key, and returns it if there was one.
    pub fn remove<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.write().remove(key)
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// A copy of the value of a key, if there is one.
    pub fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.read().get(key).cloned()
    }

    /// A copy of the value of a key. If there is none, `make` makes it, outside the lock; if another thread has stored one
    /// meanwhile, that one is kept and returned. The key is copied only when it is stored.
    pub fn get_or_insert_with<Q>(&self, key: &Q, make: impl FnOnce() -> V) -> V
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned: Into<K>> + ?Sized,
    {
        self.get(key).unwrap_or_else(|| self.insert(key.to_owned().into(), make()))
    }

    /// Stores a value, unless the key has one already. Returns a copy of the one that is stored now.
    pub fn insert(&self, key: K, value: V) -> V {
        self.write().entry(key).or_insert(value).clone()
    }
}

impl<K: Eq + Hash, T: Clone> Memo<K, Arc<OnceLock<T>>> {
    /// A copy of the value in the cell of a key. `make` runs once for each key: another thread that needs the key meanwhile waits,
    /// and `make` must not look up the same key.
    pub fn get_or_init<Q>(&self, key: &Q, make: impl FnOnce() -> T) -> T
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned: Into<K>> + ?Sized,
    {
        self.get_or_insert_with(key, Arc::default).get_or_init(make).clone()
    }

    /// A copy of what the cell of a key holds, if it holds anything yet.
    pub fn get_made<Q>(&self, key: &Q) -> Option<T>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.look(key, |cell| cell.get().cloned())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::{OsStr, OsString};
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_value_is_made_on_demand_and_once() {
        let memo: Memo<OsString, usize> = Memo::default();
        assert_eq!(memo.get(OsStr::new("a")), None);
        assert_eq!(memo.get_or_insert_with(OsStr::new("a"), || 1), 1);
        assert_eq!(memo.get_or_insert_with(OsStr::new("a"), || panic!("it is known")), 1);
        assert_eq!(memo.get(OsStr::new("a")), Some(1));
        assert_eq!(format!("{memo:?}"), "Memo(1 entries)");
        assert_eq!((memo.remove(OsStr::new("a")), memo.remove(OsStr::new("a"))), (Some(1), None));
        memo.insert("b".into(), 2);
        memo.clear();
        assert_eq!(memo.len(), 0);
    }

    #[test]
    fn keys_are_looked_up_by_what_they_borrow() {
        let by_name: Memo<smol_str::SmolStr, usize> = Memo::default();
        assert_eq!(by_name.get_or_insert_with("http", || 1), 1);
        assert_eq!(by_name.get("http"), Some(1));
        let by_pair: Memo<(usize, String), usize> = Memo::default();
        assert_eq!(by_pair.get_or_insert_with(&(1, "a".to_string()), || 2), 2);
        assert_eq!(by_pair.get(&(1, "a".to_string())), Some(2));
    }

    #[test]
    fn the_first_value_is_kept() {
        let memo: Memo<String, usize> = Memo::default();
        assert_eq!(memo.insert("a".to_string(), 1), 1);
        assert_eq!(memo.insert("a".to_string(), 2), 1);
        // `make` may use the map, and may even store the value that it is asked for.
        let made = memo.get_or_insert_with("b", || memo.get_or_insert_with("b", || 3) + 1);
        assert_eq!((made, memo.len()), (3, 2));
    }

    #[test]
    fn values_are_read_and_changed_in_place() {
        let mut memo: Memo<usize, Vec<usize>> = Memo::default();
        memo.change(1, |values| values.push(10));
        assert_eq!(memo.change(1, |values: &mut Vec<usize>| values.len()), 1);
        assert_eq!(memo.look(&1, |values| values[0]), Some(10));
        assert_eq!(memo.look(&2, Vec::len), None);
        memo.values_mut().for_each(|values| values.push(20));
        let mut seen: Vec<usize> = Vec::new();
        memo.for_each(|values| seen.extend(values));
        assert_eq!(seen, [10, 20]);
    }

    #[test]
    fn threads_agree_on_one_value() {
        const THREADS: usize = 4;
        let memo: Memo<usize, usize> = Memo::default();
        let together = Barrier::new(THREADS);
        let ask = |thread: usize, key: usize| {
            together.wait();
            memo.get_or_insert_with(&key, || thread)
        };
        let answers = &|thread: usize| (0..100).map(|key| ask(thread, key)).collect::<Vec<usize>>();
        let of_threads: Vec<Vec<usize>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || answers(thread))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(of_threads.iter().all(|answers| *answers == of_threads[0]));
        assert_eq!(memo.len(), 100);
    }

    #[test]
    fn a_cell_is_filled_by_one_thread() {
        const THREADS: usize = 4;
        let memo: Memo<String, Arc<OnceLock<usize>>> = Memo::default();
        let made = AtomicUsize::new(0);
        let together = Barrier::new(THREADS);
        assert_eq!(memo.get_made("a"), None);
        std::thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    together.wait();
                    assert_eq!(memo.get_or_init("a", || made.fetch_add(1, Ordering::Relaxed) + 1), 1);
                });
            }
        });
        assert_eq!((made.into_inner(), memo.get_made("a")), (1, Some(1)));
    }

    #[test]
    fn a_panic_does_not_poison() {
        let memo: Memo<usize, usize> = Memo::default();
        memo.insert(1, 1);
        let panicked =
            std::thread::scope(|scope| scope.spawn(|| memo.change(1, |value| assert_eq!(*value, 2))).join().is_err());
        assert!(panicked);
        assert_eq!(memo.get_or_insert_with(&2, || 2), 2);
        assert_eq!(memo.get(&1), Some(1));
    }
}
