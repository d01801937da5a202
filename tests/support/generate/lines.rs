//! Money: for every service and year what was promised, budgeted, expected and reached, with all that makes sums hard.

use concordat::domain::money::{
    Basis, Cash, Fund, FundKind, InUse, Money, MoneyId, MoneyKind, Recurrence, SetBy, Split, SplitPart, SplitRule, Sum, Use,
};
use concordat::domain::partner::PartnerId;
use concordat::domain::pence::Pence;
use concordat::domain::source::Source;
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;
use concordat::domain::year::FinancialYear;

use super::chance::Chance;
use super::records::House;
use super::{Size, names};

pub fn money(chance: &mut Chance, house: &House, size: Size) -> Vec<Thing> {
    let mut lines: Vec<Money> = Vec::with_capacity(size.money);
    let mut round = 0;
    while lines.len() < size.money {
        let service = round % house.services.len();
        // Each service begins in another year and goes on from there, so that every year has figures.
        let year = house.years[(round + round / house.services.len()) % house.years.len()];
        if round % 20 == 0 {
            lines.extend(of_programme(chance, house, house.parts[service].0, year));
        }
        lines.extend(of_service(chance, house, service, year));
        round += 1;
    }
    lines.truncate(size.money);
    lines.into_iter().map(Thing::from).collect()
}

/// Each partner's budget, forecast and, for years gone by, actual; some together, some not stated; a cost; a target.
fn of_service(chance: &mut Chance, house: &House, service: usize, year: FinancialYear) -> Vec<Money> {
    let (_, partners) = &house.parts[service];
    let covers = vec![Subject::from(&house.services[service])];
    let mut lines = Vec::new();
    let planned = Pence::pounds(1_000 * (5 + chance.below(200) as i64));
    if chance.percent(15) {
        let mut joint = line(chance, MoneyKind::Saving, Some(Basis::Forecast), year, planned, &covers, partners);
        joint.split = chance.percent(60).then(|| split(chance, partners, planned));
        lines.push(joint);
    } else if chance.percent(10) {
        lines.push(line(chance, MoneyKind::Saving, Some(Basis::Forecast), year, planned, &covers, &[]));
    } else {
        for partner in partners {
            let whose = std::slice::from_ref(partner);
            let amount = Pence(planned.0 / partners.len() as i64 + chance.below(100_000) as i64);
            for basis in [Basis::Budget, Basis::Forecast, Basis::Actual] {
                let reported = basis != Basis::Actual || (year.last_day() < house.reading() || chance.percent(40));
                if reported {
                    let off = chance.below(40) as i64 - 20;
                    let amount = if basis == Basis::Budget { amount } else { Pence(amount.0 + amount.0 / 100 * off) };
                    lines.push(line(chance, MoneyKind::Saving, Some(basis), year, amount, &covers, whose));
                }
            }
        }
    }
    if chance.percent(40) {
        let once = chance.percent(50);
        let mut cost = line(chance, MoneyKind::Cost, Some(Basis::Forecast), year, Pence(planned.0 / 3), &covers, &partners[..1]);
        cost.sum.as_mut().unwrap().recurrence = Some(if once { Recurrence::OneOff } else { Recurrence::Recurring });
        lines.push(cost);
    }
    if chance.percent(12) {
        lines.push(line(chance, MoneyKind::Income, Some(Basis::Forecast), year, Pence(planned.0 / 2), &covers, &partners[..1]));
    }
    if chance.percent(35) {
        let whose: &[PartnerId] = if chance.percent(50) { &[] } else { &partners[..1] };
        lines.push(target(chance, year, planned, &covers, whose));
    }
    for place in 0..lines.len() {
        if chance.percent(6) {
            lines.extend(beside(chance, &lines[place].clone()));
        }
    }
    lines
}

/// A programme's figures for some of its partners, a fund and a target.
fn of_programme(chance: &mut Chance, house: &House, programme: usize, year: FinancialYear) -> Vec<Money> {
    let covers = vec![Subject::from(&house.programmes[programme])];
    let mut lines = Vec::new();
    for partner in chance.some(&house.partners, 2) {
        let amount = Pence::pounds(1_000 * (200 + chance.below(2_000) as i64));
        let basis = *chance.pick(&[Basis::Indicative, Basis::Forecast, Basis::HighLevelCase]);
        lines.push(line(chance, MoneyKind::Saving, Some(basis), year, amount, &covers, &[partner]));
    }
    let mut fund = line(chance, MoneyKind::Funding, Some(Basis::Budget), year, Pence::pounds(40_000), &covers, &[]);
    fund.fund = Some(Fund {
        giver: "The region".to_owned(),
        kind: Some(*chance.pick(FundKind::ALL)),
        purpose: Some("First work".to_owned()),
    });
    lines.push(fund);
    if chance.percent(50) {
        lines.push(target(chance, year, Pence::pounds(500_000), &covers, &[]));
    }
    lines
}

/// Another statement of a line, a part of it, or its net.
fn beside(chance: &mut Chance, of: &Money) -> Vec<Money> {
    let sum = of.sum.clone().unwrap();
    let mut other = Money { id: MoneyId::new(&chance.id()).unwrap(), split: None, ..of.clone() };
    let amount = Pence(sum.pence.0 / 2 + chance.below(50_000) as i64);
    other.sum = Some(Sum { pence: amount, up_to: None, ..sum.clone() });
    match chance.below(5) {
        0 => other.rival_of = Some(of.id.clone()),
        1 => {
            other.rival_of = Some(of.id.clone());
            other.in_use = Some(Use { in_use: *chance.pick(InUse::ALL), why: Some("Checked with the treasurer".to_owned()) });
        }
        2 => other.part_of = Some(of.id.clone()),
        3 => {
            other.net_of = Some(of.id.clone());
            other.sum = Some(Sum { pence: Pence(sum.pence.0 / 2), up_to: None, ..sum });
        }
        _ => other.source = source(chance),
    }
    vec![other]
}

fn target(chance: &mut Chance, year: FinancialYear, amount: Pence, covers: &[Subject], partners: &[PartnerId]) -> Money {
    let mut target = line(chance, MoneyKind::Target, None, year, amount, covers, partners);
    target.set_by = Some(SetBy { who: "Shared Services Board".to_owned(), on: Some(year.first_day()) });
    target
}

fn line(
    chance: &mut Chance,
    kind: MoneyKind,
    basis: Option<Basis>,
    year: FinancialYear,
    pence: Pence,
    covers: &[Subject],
    partners: &[PartnerId],
) -> Money {
    let recurring = chance.percent(70);
    Money {
        title: Some(format!("{} from sharing", kind.label())),
        sum: Some(Sum {
            kind,
            pence,
            up_to: chance.percent(3).then(|| Pence(pence.0 + 1_000_000)),
            year: Some(year),
            basis,
            recurrence: (kind != MoneyKind::Target).then_some(if recurring { Recurrence::Recurring } else { Recurrence::OneOff }),
        }),
        covers: Some(covers.to_vec()),
        partners: (!partners.is_empty()).then(|| partners.to_vec()),
        cash: Some(*chance.pick(Cash::ALL)),
        source: source(chance),
        ..Money::new(MoneyId::new(&chance.id()).unwrap())
    }
}

fn source(chance: &mut Chance) -> Option<Source> {
    let (paper, dated) = chance.pick(&names::PAPERS);
    let paragraph = Some(format!("{}.{}", 1 + chance.below(15), 1 + chance.below(9)));
    Some(Source { paper: (*paper).to_owned(), paragraph, dated: dated.parse().ok() })
}

/// A split that comes to the whole, agreed as a rule.
fn split(chance: &mut Chance, partners: &[PartnerId], amount: Pence) -> Split {
    let rule = *chance.pick(SplitRule::ALL);
    let plain: Vec<u64> = partners.iter().map(|_| 1 + chance.below(900) as u64).collect();
    let shared =
        |whole: i64| Pence(whole).split(&plain).unwrap().into_iter().map(|share| share.0.unsigned_abs()).collect::<Vec<_>>();
    let weights = match rule {
        SplitRule::Percent => shared(10_000),
        SplitRule::Fixed => shared(amount.0),
        SplitRule::Equal => vec![0; partners.len()],
        SplitRule::StaffTime | SplitRule::Population => plain,
    };
    let parts = partners.iter().zip(weights).map(|(partner, weight)| SplitPart { partner: partner.clone(), weight }).collect();
    let agreed = chance.percent(80);
    Split { rule, parts, agreed_by: agreed.then(|| "Shared Services Board".to_owned()), agreed_on: None }
}
