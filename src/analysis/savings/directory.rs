//! Short numbers for partners, services and programmes, so that thousands of lines compare quickly.

use std::collections::BTreeMap;

use crate::domain::partner::PartnerId;
use crate::domain::service::Service;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;

/// Who is who, in the order in which they are listed, and what lies within what.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Directory {
    areas: Vec<Subject>,
    area_numbers: BTreeMap<Subject, u32>,
    above: Vec<Vec<u32>>,
    partners: Vec<PartnerId>,
    partner_numbers: BTreeMap<PartnerId, u32>,
}

impl Directory {
    /// Partners in their order, then programmes and services by name.
    pub fn of(workspace: &Workspace) -> Self {
        let mut directory = Self::default();
        for partner in workspace.partners_in_order() {
            directory.partner(&partner.id);
        }
        let mut programmes: Vec<_> = workspace.programmes.values().collect();
        programmes.order_by(|one, other| one.name.cmp(&other.name).then_with(|| one.id.cmp(&other.id)));
        for programme in programmes {
            directory.area(&Subject::from(&programme.id));
        }
        let mut services: Vec<_> = workspace.services.values().collect();
        services.order_by(|one, other| one.name.cmp(&other.name).then_with(|| one.id.cmp(&other.id)));
        for service in &services {
            directory.area(&Subject::from(&service.id));
        }
        for service in services {
            let above = directory.lineage(workspace, service);
            directory.lay_below(&Subject::from(&service.id), above);
        }
        for phase in workspace.phases.values() {
            if let Some(programme) = &phase.programme {
                let above = vec![directory.area(&Subject::from(programme))];
                directory.lay_below(&Subject::from(&phase.id), above);
            }
        }
        directory
    }

    /// The number of a programme, service or phase, known or not.
    pub fn area(&mut self, subject: &Subject) -> u32 {
        if let Some(number) = self.area_numbers.get(subject) {
            return *number;
        }
        let number = u32::try_from(self.areas.len()).unwrap_or(u32::MAX);
        self.areas.push(subject.clone());
        self.above.push(Vec::new());
        self.area_numbers.insert(subject.clone(), number);
        number
    }

    /// The number of a partner, known or not; numbers follow the partners' order.
    pub fn partner(&mut self, id: &PartnerId) -> u32 {
        if let Some(number) = self.partner_numbers.get(id) {
            return *number;
        }
        let number = u32::try_from(self.partners.len()).unwrap_or(u32::MAX);
        self.partners.push(id.clone());
        self.partner_numbers.insert(id.clone(), number);
        number
    }

    /// The number of an area, where it has one.
    pub fn known_area(&self, subject: &Subject) -> Option<u32> {
        self.area_numbers.get(subject).copied()
    }

    /// The number of a partner, where it has one.
    pub fn known_partner(&self, id: &PartnerId) -> Option<u32> {
        self.partner_numbers.get(id).copied()
    }

    /// What an area is called.
    pub fn subject(&self, area: u32) -> Option<&Subject> {
        self.areas.get(area as usize)
    }

    /// Which partner a number stands for.
    pub fn partner_id(&self, partner: u32) -> Option<&PartnerId> {
        self.partners.get(partner as usize)
    }

    /// What an area lies within, nearest first.
    pub fn above(&self, area: u32) -> &[u32] {
        self.above.get(area as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether everything in one set of areas lies within the other.
    pub fn contains(&self, whole: &[u32], part: &[u32]) -> bool {
        part.iter().all(|area| whole.contains(area) || self.above(*area).iter().any(|above| whole.contains(above)))
    }

    /// Whether an area is a programme.
    pub fn is_programme(&self, area: u32) -> bool {
        self.subject(area).is_some_and(|subject| subject.kind() == "programme")
    }

    /// The programmes that areas belong to; an area of none is left out.
    pub fn programmes(&self, areas: &[u32]) -> Vec<u32> {
        let mut found: Vec<u32> = areas
            .iter()
            .filter_map(|area| {
                if self.is_programme(*area) {
                    Some(*area)
                } else {
                    self.above(*area).iter().copied().find(|above| self.is_programme(*above))
                }
            })
            .collect();
        found.order_by(Ord::cmp);
        found.dedup();
        found
    }

    fn lay_below(&mut self, subject: &Subject, above: Vec<u32>) {
        let area = self.area(subject);
        if let Some(place) = self.above.get_mut(area as usize) {
            *place = above;
        }
    }

    /// The services above a service, then their programmes. A circle of services ends where it closes.
    fn lineage(&mut self, workspace: &Workspace, service: &Service) -> Vec<u32> {
        let own = self.area(&Subject::from(&service.id));
        let mut services = Vec::new();
        let mut programmes = Vec::new();
        let mut next = Some(service);
        while let Some(service) = next {
            if let Some(programme) = &service.programme {
                let programme = self.area(&Subject::from(programme));
                if !programmes.contains(&programme) {
                    programmes.push(programme);
                }
            }
            next = service.parent.as_ref().and_then(|parent| workspace.services.get(parent));
            if let Some(parent) = next {
                let parent = self.area(&Subject::from(&parent.id));
                if parent == own || services.contains(&parent) {
                    break;
                }
                services.push(parent);
            }
        }
        services.extend(programmes);
        services
    }
}
