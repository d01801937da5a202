//! Routes go round: what is printed is read as it was.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::domain::level::Step;
use crate::domain::matrix::Band;
use crate::domain::meeting::MeetingId;
use crate::domain::money::Basis;
use crate::domain::period::Period;
use crate::domain::programme::ProgrammeId;
use crate::domain::reading::Filling;
use crate::domain::risk::Tier;
use crate::domain::service::Stage;
use crate::domain::thing::Kind;
use crate::domain::year::FinancialYear;

const ID: &str = "[a-z0-9._-]{1,12}(/[a-z0-9._-]{1,8})?";

fn maybe<T: fmt::Debug + Clone + 'static>(choices: &'static [T]) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(select(choices))
}

fn a_programme() -> impl Strategy<Value = Option<ProgrammeId>> {
    proptest::option::of(ID.prop_map(|id| ProgrammeId::new(&id).unwrap()))
}

fn savings() -> impl Strategy<Value = SavingsState> {
    let year = proptest::option::of((1900..2200).prop_map(|year| FinancialYear::starting(year).unwrap()));
    let line = proptest::option::of(ID.prop_map(|id| MoneyId::new(&id).unwrap()));
    let mark = proptest::option::of("\\PC{0,9}");
    let others: Vec<_> = Basis::ALL.iter().copied().map(Beside::On).chain([Beside::Nothing]).collect();
    let ways = (maybe(Basis::ALL), proptest::option::of(select(others)), maybe(View::ALL), maybe(By::ALL));
    (ways, year, mark, a_programme(), line).prop_map(|((basis, beside, view, by), year, mark, programme, line)| SavingsState {
        basis,
        beside,
        view,
        by,
        year,
        mark,
        programme,
        line,
    })
}

fn risks() -> impl Strategy<Value = RisksState> {
    let service = proptest::option::of(ID.prop_map(|id| ServiceId::new(&id).unwrap()));
    let since = proptest::option::of((0_i64..100_000).prop_map(|days| NaiveDate::default() + chrono::TimeDelta::days(days)));
    let chosen = (maybe(Band::ALL), maybe(Tier::ALL), maybe(Shown::ALL), maybe(RiskOrder::ALL));
    (a_programme(), service, proptest::option::of("\\PC{0,9}"), since, chosen).prop_map(
        |(programme, service, owner, since, (band, tier, state, sort))| RisksState {
            programme,
            service,
            owner,
            band,
            tier,
            state,
            since,
            sort,
        },
    )
}

fn an_earlier_state() -> impl Strategy<Value = AsAt> {
    prop_oneof![
        (0_i64..100_000).prop_map(|days| AsAt::Day(NaiveDate::default() + chrono::TimeDelta::days(days))),
        ID.prop_map(|id| AsAt::Meeting(MeetingId::new(&id).unwrap())),
    ]
}

fn any_route() -> impl Strategy<Value = Route> {
    let step = || select(Step::ALL.as_slice());
    let services = (a_programme(), maybe(Stage::ALL)).prop_map(|(programme, stage)| ServicesState { programme, stage });
    prop_oneof![
        select(vec![
            Route::Overview,
            Route::Decisions,
            Route::Openings(None),
            Route::Commitments(None),
            Route::Ladder(LadderState {
                service: ServiceId::new("payroll"),
                kind: Some(crate::domain::money::MoneyKind::Cost),
                year: FinancialYear::starting(2010),
                bar: Some(3),
            }),
            Route::Statement(StatementState {
                basis: Some(Basis::Budget),
                year: FinancialYear::starting(2010),
                partner: PartnerId::new("bdc"),
            }),
            Route::Programme,
            Route::Settings,
            Route::Files,
            Route::About
        ]),
        savings().prop_map(Route::Savings),
        risks().prop_map(Route::Risks),
        (step(), step(), risks()).prop_map(|(l, i, state)| Route::Cell(Level { l, i }, state)),
        services.prop_map(Route::Services),
        (a_programme(), proptest::option::of(1_u16..))
            .prop_map(|(programme, page)| Route::Partners(PartnersState { programme, page })),
        (risks(), maybe(Shown::ALL)).prop_map(|(RisksState { programme, service, owner, .. }, state)| {
            Route::Issues(IssuesState { programme, service, owner, state })
        }),
        (savings(), risks()).prop_map(|(SavingsState { year, .. }, RisksState { service, .. })| {
            Route::Measures(MeasuresState { service, partner: None, year })
        }),
        (savings(), risks(), maybe(Filling::ALL), maybe(Period::ALL), proptest::option::of(1_u16..)).prop_map(
            |(SavingsState { year, .. }, RisksState { service, .. }, what, period, page)| {
                Route::Enter(EnterState { service, what, year, period, page })
            }
        ),
        (ID, savings()).prop_map(|(id, state)| Route::Measure(MeasureId::new(&id).unwrap(), state.year)),
        proptest::option::of(ID).prop_map(|id| {
            let of = id.map(|id| Subject::parse(&format!("risk/{id}")).unwrap());
            Route::Conflicts(ConflictsState { of })
        }),
        (proptest::option::of("\\PC{0,9}"), maybe(Kind::ALL), proptest::option::of(ID), risks()).prop_map(
            |(by, kind, of, state)| {
                let of = of.map(|id| Subject::parse(&format!("risk/{id}")).unwrap());
                Route::History(HistoryState { by, kind, of, from: state.since, to: state.since })
            }
        ),
        proptest::option::of(an_earlier_state()).prop_map(|with| Route::Compare(CompareState { with })),
        ID.prop_map(|id| Route::Risk(RiskId::new(&id).unwrap())),
        ID.prop_map(|id| Route::Service(ServiceId::new(&id).unwrap())),
        (ID, proptest::option::of(ID)).prop_map(|(id, shown)| {
            let shown = shown.map(|shown| Subject::parse(&format!("case/{shown}")).unwrap());
            Route::Case(ServiceId::new(&id).unwrap(), shown)
        }),
        ID.prop_map(|id| Route::Openings(Subject::parse(&format!("opening/{id}")))),
        ID.prop_map(|id| Route::Partner(PartnerId::new(&id).unwrap())),
        ID.prop_map(|id| Route::Issue(IssueId::new(&id).unwrap())),
        "\\PC{0,20}".prop_map(Route::Search),
    ]
}

#[test]
fn fragments_are_the_promised_ones() {
    let risk = |id| Route::Risk(RiskId::new(id).unwrap());
    for (fragment, route) in [
        ("#/", Route::Overview),
        ("#/savings", Route::Savings(SavingsState::default())),
        ("#/risks", Route::Risks(RisksState::default())),
        ("#/risks/at/3x2", Route::Cell(Level::new(3, 2).unwrap(), RisksState::default())),
        ("#/risks/0190-ab", risk("0190-ab")),
        ("#/risks/at", risk("at")),
        ("#/risks/at%2F3x2", risk("at/3x2")),
        ("#/services", Route::Services(ServicesState::default())),
        ("#/partners", Route::Partners(PartnersState::default())),
        ("#/partners?page=2", Route::Partners(PartnersState { page: Some(2), ..PartnersState::default() })),
        ("#/issues", Route::Issues(IssuesState::default())),
        ("#/issues?state=closed", Route::Issues(IssuesState { state: Some(Shown::Closed), ..IssuesState::default() })),
        ("#/files", Route::Files),
        ("#/history", Route::History(HistoryState::default())),
        ("#/compare?with=2010-12-09", Route::Compare(CompareState { with: AsAt::from_key("2010-12-09") })),
        ("#/conflicts", Route::Conflicts(ConflictsState::default())),
        ("#/conflicts?of=risk%2Fx", Route::Conflicts(ConflictsState { of: Subject::parse("risk/x") })),
        ("#/search?q=two%20tier", Route::Search("two tier".to_owned())),
        (
            "#/savings?basis=forecast&view=yearly&by=partner&year=2010-11&mark=partner%2Fr",
            Route::Savings(SavingsState {
                basis: Some(Basis::Forecast),
                view: Some(View::Yearly),
                by: Some(By::Partner),
                year: FinancialYear::starting(2010),
                mark: Some("partner/r".to_owned()),
                ..SavingsState::default()
            }),
        ),
        (
            "#/savings?basis=forecast&beside=nothing",
            Route::Savings(SavingsState {
                basis: Some(Basis::Forecast),
                beside: Some(Beside::Nothing),
                ..SavingsState::default()
            }),
        ),
        (
            "#/risks?band=high&since=2010-12-09",
            Route::Risks(RisksState {
                band: Some(Band::High),
                since: NaiveDate::from_ymd_opt(2010, 12, 9),
                ..RisksState::default()
            }),
        ),
    ] {
        assert_eq!(Route::from_fragment(fragment), route);
        assert_eq!(route.to_string(), fragment);
    }
    assert_eq!(Route::from_fragment(""), Route::Overview);
    assert_eq!(Route::from_fragment("#"), Route::Overview);
}

#[test]
fn what_leads_nowhere_is_kept_as_it_was() {
    for text in ["risks", "/risks/at/5x1", "/risks/at/3x02", "/risks/", "/risks/A%20B", "/vessels", "/risks/%zz", "//"] {
        assert_eq!(Route::from_fragment(&format!("#{text}")), Route::NotFound(text.to_owned()));
    }
    let lenient = Route::from_fragment("#/savings?basis=hope&year=2010-12&colour=red&view");
    assert_eq!(lenient, Route::Savings(SavingsState::default()));
    assert_eq!(Route::from_fragment("#/partners?page=0"), Route::Partners(PartnersState::default()));
}

#[test]
fn every_record_is_looked_at_somewhere() {
    for (name, fragment) in [
        ("risk/x", "#/risks/x"),
        ("issue/x", "#/issues/x"),
        ("participation/payroll/r", "#/services/payroll"),
        ("money/x", "#/savings?line=x"),
        ("phase/x", "#/programme"),
        ("workspace/x", "#/settings"),
        ("sent/x", "#/files"),
        ("vessel/x", "#/"),
    ] {
        assert_eq!(Route::of(&Subject::parse(name).unwrap()).to_string(), fragment);
    }
}

#[test]
fn what_stands_on_the_page_of_a_service_is_looked_at_there() {
    let service = Subject::parse("service/payroll").unwrap();
    for (name, fragment) in [
        ("case/x", "#/services/payroll/case?show=case%2Fx"),
        ("option/x", "#/services/payroll/case?show=option%2Fx"),
        ("signoff/x/r", "#/services/payroll/case?show=signoff%2Fx%2Fr"),
        ("plan/x", "#/services/payroll/case?show=plan%2Fx"),
        ("study/x", "#/services/payroll/case?show=study%2Fx"),
        ("consultation/x", "#/services/payroll/case?show=consultation%2Fx"),
        ("commitment/x", "#/commitments?show=commitment%2Fx"),
        ("opening/x", "#/opportunities?show=opening%2Fx"),
        ("recommendation/x", "#/services/payroll"),
        ("approval/x/r", "#/services/payroll"),
        ("milestone/x", "#/services/payroll"),
        ("risk/x", "#/risks/x"),
    ] {
        assert_eq!(Route::within(&Subject::parse(name).unwrap(), Some(&service)).to_string(), fragment);
    }
    let nowhere = Route::within(&Subject::parse("case/x").unwrap(), None);
    assert_eq!(nowhere.to_string(), "#/services");
}

proptest! {
    #[test]
    fn routes_go_round(route in any_route()) {
        let printed = route.to_string();
        prop_assert!(printed.bytes().all(|byte| byte.is_ascii_graphic()));
        prop_assert_eq!(Route::from_fragment(&printed), route);
    }

    #[test]
    fn an_earlier_state_goes_round_with_every_place(at in an_earlier_state(), route in any_route()) {
        let printed = address(Some(&at), &route);
        prop_assert_eq!(as_at(&printed), Some(at.clone()));
        prop_assert_eq!(Route::from_fragment(&printed), route.clone());
        print_for(Some(at.clone()));
        let (shown, now) = (route.to_string(), address(None, &route));
        print_for(None);
        prop_assert_eq!(shown, printed);
        prop_assert_eq!(now, route.to_string());
        prop_assert_eq!(as_at(&route.to_string()), None);
    }

    #[test]
    fn any_text_leads_somewhere_and_stays_there(text in "\\PC{0,30}", near in "#?/?(risks|savings|search|services)?[/?]?[a-z0-9=&%x/]{0,16}") {
        for fragment in [text, near] {
            let route = Route::from_fragment(&fragment);
            prop_assert_eq!(Route::from_fragment(&route.to_string()), route);
        }
    }
}
