//! What a programme is and every rule that it keeps. Knows nothing of the log, the browser or the clock.

pub(crate) mod choice;
pub mod record;
pub mod subject;
pub mod table;

pub mod exempt;
pub mod level;
pub mod matrix;
pub mod pence;
pub mod period;
pub mod quantity;
pub mod rag;
pub mod references;
pub mod source;
pub mod year;

pub mod about;
pub mod agreement;
pub mod approval;
pub mod benefit;
pub mod case;
pub mod commitment;
pub mod gate;
pub mod highlight;
pub mod measure;
pub mod meeting;
pub mod milestone;
pub mod money;
pub mod note;
pub mod opening;
pub mod partner;
pub mod programme;
pub mod reading;
pub mod risk;
pub mod sent;
pub mod service;
pub mod shift;
pub mod thinking;

pub mod called;
pub mod check;
pub mod command;
pub mod doubt;
pub mod home;
pub mod integrity;
pub mod joined;
pub mod mark;
pub mod performance;
pub mod thing;
pub mod workspace;
