//! Whom an incident hit, and who told of it.

use super::dice::Dice;
use super::places::{self, SHIPS};
use super::scenes::Scene;
use crate::seed::organisations::{DemoOrganisation, organisations};
use bellbuoy_domain::account::OrganisationKind;
use bellbuoy_domain::incident::{ReporterRole, Track, VictimType};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::vessel::{SizeBand, VesselType};

/// The party behind an incident, for disclosure control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// Place in the list of demo organisations.
    Organisation(usize),
    /// One of the demo's pseudonyms, shared by several incidents.
    Pseudonym(usize),
}

/// Pseudonyms that anonymous incidents share.
pub const PSEUDONYMS: usize = 60;

/// Whom an incident hit.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    pub track: Track,
    pub organisation: Option<usize>,
    pub party: Option<Party>,
    pub victim: VictimType,
    pub ship: Option<VesselType>,
    pub size: Option<SizeBand>,
    pub region: Option<SeaRegion>,
    pub country: Option<&'static str>,
}

/// Draws whom the scene hits: by name one of the organisations it can hit, else somebody unknown.
pub fn draw(dice: &mut Dice, scene: &Scene, track: Track) -> Hit {
    let victim = dice.weighted(scene.victims, VictimType::Vessel);
    let known = if track == Track::Named {
        organisation(dice, scene, victim)
    } else {
        None
    };
    let ashore = !matches!(
        victim,
        VictimType::Vessel | VictimType::OffshoreUnit | VictimType::WiderCommunity
    );
    let ship = (victim == VictimType::Vessel)
        .then(|| ship(dice, scene, known.map(|(_, who)| who)))
        .flatten();
    let waters = dice.weighted(scene.regions, SeaRegion::Other);
    let home = known
        .filter(|_| ashore || ship.is_some_and(stays_home))
        .map(|(_, who)| who);
    let region = home.map_or(waters, |who| who.waters);
    let country = match home.filter(|_| ashore) {
        Some(who) => Some(who.country),
        None if dice.chance(if ashore { 60 } else { 18 }) => places::country(dice, region),
        None => None,
    };
    let size = ship
        .filter(|_| dice.chance(if known.is_some() { 75 } else { 35 }))
        .map(|ship| size(dice, ship));
    Hit {
        track: if known.is_some() {
            Track::Named
        } else {
            Track::Anonymous
        },
        organisation: known.map(|(place, _)| place),
        party: known
            .map(|(place, _)| Party::Organisation(place))
            .or_else(|| pseudonym(dice)),
        victim,
        ship,
        size,
        region: (known.is_some() || dice.chance(92)).then_some(region),
        country,
    }
}

/// Ships that do not leave the waters of their owner.
const fn stays_home(ship: VesselType) -> bool {
    matches!(
        ship,
        VesselType::RoPax | VesselType::PassengerFerry | VesselType::HighSpeedCraft | VesselType::Tug
    )
}

fn organisation(dice: &mut Dice, scene: &Scene, victim: VictimType) -> Option<(usize, DemoOrganisation)> {
    let fits = |who: &DemoOrganisation| {
        let sails = victim != VictimType::Vessel
            || scene.ships.is_empty()
            || who.ships.iter().any(|ship| scene.ships.contains(ship));
        who.victims.contains(&victim) && sails
    };
    let able: Vec<_> = organisations()
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, who)| fits(who))
        .collect();
    dice.one(&able)
}

fn ship(dice: &mut Dice, scene: &Scene, known: Option<DemoOrganisation>) -> Option<VesselType> {
    let suits = |ship: &VesselType| scene.ships.is_empty() || scene.ships.contains(ship);
    match known {
        Some(who) => {
            let fleet: Vec<VesselType> = who.ships.iter().copied().filter(suits).collect();
            dice.one(&fleet)
        }
        None if scene.ships.is_empty() => Some(dice.weighted(SHIPS, VesselType::BulkCarrier)),
        None => dice.one(scene.ships),
    }
}

fn size(dice: &mut Dice, ship: VesselType) -> SizeBand {
    dice.weighted(places::sizes(ship), SizeBand::From10000)
}

/// Half of the anonymous incidents are known to share a party; of the others nothing is known.
fn pseudonym(dice: &mut Dice) -> Option<Party> {
    let places: Vec<usize> = (0..PSEUDONYMS).collect();
    if dice.chance(50) {
        dice.one(&places).map(Party::Pseudonym)
    } else {
        None
    }
}

/// What the person who reported does.
pub fn role(dice: &mut Dice, hit: &Hit) -> Option<ReporterRole> {
    use ReporterRole::{
        Cio, CompanySecurityOfficer, Crew, Director, Dpa, Eto, Insurance, Master, Officer, Other, PortStaff,
        RiskManager, Supplier,
    };
    let insurer = hit
        .organisation
        .and_then(|place| organisations().get(place))
        .is_some_and(|who| who.kind == OrganisationKind::Insurer);
    let roles: &[(ReporterRole, u32)] = match (hit.victim, hit.track) {
        _ if insurer => &[(Insurance, 1)],
        (VictimType::Vessel | VictimType::OffshoreUnit, Track::Named) => &[
            (CompanySecurityOfficer, 34),
            (Dpa, 24),
            (Master, 20),
            (Cio, 12),
            (RiskManager, 6),
            (Eto, 4),
        ],
        (VictimType::Vessel | VictimType::OffshoreUnit, _) => {
            &[(Officer, 36), (Eto, 26), (Master, 18), (Crew, 16), (Other, 4)]
        }
        (VictimType::Port | VictimType::Terminal, _) => &[(PortStaff, 60), (Cio, 28), (RiskManager, 12)],
        (VictimType::Supplier | VictimType::Shipyard, _) => &[(Supplier, 70), (Cio, 20), (Director, 10)],
        _ => &[
            (Cio, 44),
            (RiskManager, 20),
            (Director, 14),
            (CompanySecurityOfficer, 14),
            (Other, 8),
        ],
    };
    dice.chance(85).then(|| dice.weighted(roles, Other))
}
