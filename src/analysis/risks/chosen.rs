//! Which risks a person wants to see.

use std::collections::BTreeSet;

use crate::domain::level::Level;
use crate::domain::matrix::{Band, Matrix};
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::{Risk, Tier};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;
use crate::order::OneByOne;

/// Open risks, closed ones or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Those being looked after.
    #[default]
    Open,
    /// Those no longer looked after.
    Closed,
    /// Both.
    All,
}

/// What risks have to be like to be shown; what is unstated does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Of this programme, or of one of its services.
    pub programme: Option<ProgrammeId>,
    /// Of this service, or of a service that is part of it.
    pub service: Option<ServiceId>,
    /// Looked after by this office.
    pub owner: Option<String>,
    /// In this cell.
    pub at: Option<Level>,
    /// In this band.
    pub band: Option<Band>,
    /// The programme's, or a service's.
    pub tier: Option<Tier>,
    /// Open, closed or both.
    pub shown: Shown,
}

/// How many steps up from a service to what it is part of are followed, should someone have drawn a circle.
const DEEPEST: usize = 8;

impl Chosen {
    /// How many risks are like that.
    pub fn count(&self, workspace: &Workspace) -> usize {
        let matrix = workspace.matrix();
        workspace.risks.values().filter(|risk| self.holds(workspace, &matrix, risk)).count()
    }

    pub(super) fn holds(&self, workspace: &Workspace, matrix: &Matrix, risk: &Risk) -> bool {
        let shown = match self.shown {
            Shown::Open => risk.is_open(),
            Shown::Closed => !risk.is_open(),
            Shown::All => true,
        };
        let same = |wanted: &Option<String>, own: &Option<String>| wanted.is_none() || wanted == own;
        let in_band = |band: Band| risk.level.is_some_and(|level| matrix.band(level) == band);
        shown
            && same(&self.owner, &risk.owner)
            && self.tier.is_none_or(|tier| risk.tier == Some(tier))
            && self.at.is_none_or(|at| risk.level == Some(at))
            && self.band.is_none_or(in_band)
            && self
                .programme
                .as_ref()
                .is_none_or(|wanted| is_of_programme(workspace, risk.programme.as_ref(), risk.service.as_ref(), wanted))
            && self.service.as_ref().is_none_or(|wanted| is_of_service(workspace, risk.service.as_ref(), wanted))
    }
}

/// Everyone who looks after a risk, each office once.
pub fn owners(workspace: &Workspace) -> Vec<String> {
    let offices: BTreeSet<&String> = workspace.risks.values().filter_map(|risk| risk.owner.as_ref()).one_by_one();
    offices.into_iter().filter(|office| !office.is_empty()).cloned().collect()
}

/// Whether what is of this programme or of this service is of the programme that is wanted.
pub(in crate::analysis) fn is_of_programme(
    workspace: &Workspace,
    programme: Option<&ProgrammeId>,
    service: Option<&ServiceId>,
    wanted: &ProgrammeId,
) -> bool {
    let of_service = || service.and_then(|service| workspace.services.get(service)?.programme.as_ref());
    programme.or_else(of_service) == Some(wanted)
}

/// Whether what is of this service is of the one that is wanted, or of a part of it.
pub(in crate::analysis) fn is_of_service(workspace: &Workspace, service: Option<&ServiceId>, wanted: &ServiceId) -> bool {
    let parent = |service: &&ServiceId| workspace.services.get(*service)?.parent.as_ref();
    std::iter::successors(service, parent).take(DEEPEST).any(|service| service == wanted)
}
