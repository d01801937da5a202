//! Workspaces made by hand, a line at a time.

use concordat::domain::money::{Basis, Money, MoneyId, MoneyKind, Recurrence, Sum};
use concordat::domain::partner::{Partner, PartnerId};
use concordat::domain::pence::Pence;
use concordat::domain::programme::{Programme, ProgrammeId};
use concordat::domain::service::{Service, ServiceId};
use concordat::domain::source::Source;
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;
use concordat::domain::workspace::Workspace;
use concordat::domain::year::FinancialYear;

pub fn year(text: &str) -> FinancialYear {
    FinancialYear::parse(text).unwrap()
}

pub fn partner(name: &str) -> PartnerId {
    PartnerId::new(name).unwrap()
}

pub fn service(name: &str) -> ServiceId {
    ServiceId::new(name).unwrap()
}

pub fn programme(name: &str) -> ProgrammeId {
    ProgrammeId::new(name).unwrap()
}

pub fn line(name: &str) -> MoneyId {
    MoneyId::new(name).unwrap()
}

/// A saving on the forecast basis with nothing else stated; the title is its name.
pub fn saving(name: &str, of: &str, pounds: i64) -> Money {
    let mut money = Money::new(line(name));
    money.title = Some(name.to_owned());
    money.sum = Some(Sum {
        kind: MoneyKind::Saving,
        pence: Pence::pounds(pounds),
        up_to: None,
        year: Some(year(of)),
        basis: Some(Basis::Forecast),
        recurrence: None,
    });
    money
}

/// A line, put together word by word.
pub trait Saying: Sized {
    fn covering(self, subjects: &[&str]) -> Self;
    fn of(self, partners: &[&str]) -> Self;
    fn on(self, basis: Option<Basis>) -> Self;
    fn kind(self, kind: MoneyKind) -> Self;
    fn recurring(self) -> Self;
    fn titled(self, title: &str) -> Self;
    fn from(self, paper: &str, dated: &str) -> Self;
    fn rival_of(self, other: &str) -> Self;
    fn part_of(self, other: &str) -> Self;
    fn net_of(self, other: &str) -> Self;
}

impl Saying for Money {
    fn covering(mut self, subjects: &[&str]) -> Self {
        self.covers = Some(subjects.iter().map(|name| Subject::parse(name).unwrap()).collect());
        self
    }

    fn of(mut self, partners: &[&str]) -> Self {
        self.partners = Some(partners.iter().map(|name| partner(name)).collect());
        self
    }

    fn on(mut self, basis: Option<Basis>) -> Self {
        self.sum.as_mut().unwrap().basis = basis;
        self
    }

    fn kind(mut self, kind: MoneyKind) -> Self {
        self.sum.as_mut().unwrap().kind = kind;
        self
    }

    fn recurring(mut self) -> Self {
        self.sum.as_mut().unwrap().recurrence = Some(Recurrence::Recurring);
        self
    }

    fn titled(mut self, title: &str) -> Self {
        self.title = Some(title.to_owned());
        self
    }

    fn from(mut self, paper: &str, dated: &str) -> Self {
        self.source = Some(Source { paper: paper.to_owned(), paragraph: None, dated: dated.parse().ok() });
        self
    }

    fn rival_of(mut self, other: &str) -> Self {
        self.rival_of = Some(line(other));
        self
    }

    fn part_of(mut self, other: &str) -> Self {
        self.part_of = Some(line(other));
        self
    }

    fn net_of(mut self, other: &str) -> Self {
        self.net_of = Some(line(other));
        self
    }
}

/// Councils, two programmes and some services, and no money.
pub fn councils() -> Workspace {
    let mut workspace = Workspace::default();
    for (code, name) in [("bdc", "Bromsgrove"), ("rbc", "Redditch"), ("wfdc", "Wyre Forest")] {
        let mut record = Partner::new(partner(code));
        record.name = Some(name.to_owned());
        record.code = Some(code.to_uppercase());
        workspace.insert(Thing::from(record));
    }
    for (id, name) in [("br", "Bromsgrove–Redditch"), ("wett", "WETT")] {
        let mut record = Programme::new(programme(id));
        record.name = Some(name.to_owned());
        workspace.insert(Thing::from(record));
    }
    for (id, name, of) in [
        ("smt", "Single management team", "br"),
        ("cctv", "CCTV and Lifeline", "br"),
        ("ict", "ICT", "br"),
        ("payroll", "Payroll", "br"),
        ("regulatory", "Regulatory Services", "wett"),
    ] {
        let mut record = Service::new(service(id));
        record.name = Some(name.to_owned());
        record.programme = Some(programme(of));
        workspace.insert(Thing::from(record));
    }
    workspace
}

pub fn with(mut workspace: Workspace, lines: impl IntoIterator<Item = Money>) -> Workspace {
    for line in lines {
        workspace.insert(Thing::from(line));
    }
    workspace
}
