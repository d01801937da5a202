//! The services of both programmes, and how far each had come when a paper was written.
//!
//! Themes follow S0 3.5 where it has one; the others are this project's.

pub mod together;
pub mod wett;

use concordat::domain::service::Service;
use concordat::domain::thing::Thing;

use super::write::{programme, service, text};

const CORPORATE: &str = "Corporate support services";
const ENVIRONMENT: &str = "Environmental services";
const COMMUNITY: &str = "Youth and community services";
const PLACE: &str = "Planning, housing and regeneration";
const MANAGEMENT: &str = "Management";

/// A service as it first comes up.
fn first(id: &str, name: &str, theme: &str) -> Service {
    Service { name: text(name), theme: text(theme), ..Service::new(service(id)) }
}

/// What a later paper says of a service.
fn again(id: &str) -> Service {
    Service::new(service(id))
}

fn of(name: &str, services: Vec<Service>) -> Vec<Thing> {
    services.into_iter().map(|one| Service { programme: Some(programme(name)), ..one }.into()).collect()
}

fn things(services: Vec<Service>) -> Vec<Thing> {
    services.into_iter().map(Thing::from).collect()
}
