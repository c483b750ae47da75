//! What calls do, and what has to be closed.

pub mod effect;
pub mod effects;
pub mod notes;
pub mod resource;
pub mod stub;
