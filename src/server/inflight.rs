//! What is under way, seen by the thread that reads: requests that the client may cancel, and work that new messages interrupt.
//!
//! The thread that works takes one message after another. The one that reads only queues them, and cancels here.

use crate::task::Cancel;
use gen_lsp_types::json_rpc::Id;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is under way. Clones share it.
#[derive(Clone, Default)]
pub struct Inflight(Arc<Shared>);

#[derive(Default)]
struct Shared {
    requests: Mutex<HashMap<Id, Cancel>>,
    background: Mutex<Cancel>,
    queued: AtomicUsize,
}

impl Inflight {
    /// A request was read.
    pub fn add(&self, id: &Id) {
        held(&self.0.requests).insert(id.clone(), Cancel::default());
    }

    /// Cancels a request, if it is still to be answered.
    pub fn cancel(&self, id: &Id) {
        if let Some(cancel) = held(&self.0.requests).get(id) {
            cancel.cancel();
        }
    }

    /// The way by which a request may be cancelled.
    pub fn cancel_of(&self, id: &Id) -> Cancel {
        held(&self.0.requests).get(id).cloned().unwrap_or_default()
    }

    /// A request was answered.
    pub fn remove(&self, id: &Id) {
        held(&self.0.requests).remove(id);
    }

    /// A message was queued: work in the background ends soon, and is done again later.
    pub fn queue(&self) {
        self.0.queued.fetch_add(1, Ordering::SeqCst);
        held(&self.0.background).cancel();
    }

    /// A message was taken from the queue.
    pub fn unqueue(&self) {
        self.0.queued.fetch_sub(1, Ordering::SeqCst);
    }

    /// The way by which work in the background is interrupted. It is cancelled already if a message waits.
    pub fn background(&self) -> Cancel {
        let cancel = Cancel::default();
        *held(&self.0.background) = cancel.clone();
        if self.0.queued.load(Ordering::SeqCst) > 0 {
            cancel.cancel();
        }
        cancel
    }
}

/// A panic of another thread leaves nothing half done here: each change is a single one.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
