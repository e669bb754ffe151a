//! Caller types. What stands in a handler's signature is who may call it; `Anyone` is written out,
//! so that no handler is open by omission.

use super::machines::{self, Machine, Need, Recognised};
use super::token::{self, Claims};
use crate::app::App;
use crate::db::Caller;
use crate::http::rate::Left;
use crate::http::{AppError, codes};
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use bellbuoy_domain::account::Role;
use std::future::{Ready, ready};

/// The public, or a person if a token came along.
#[derive(Debug, Clone)]
pub struct Anyone(pub Option<Claims>);

/// Everybody, whatever token comes along: for what renews or begins a session, where an old one is no fault.
#[derive(Debug, Clone, Copy)]
pub struct Public;

/// Any signed-in person, also one whose membership is not confirmed: for what is the person's own.
#[derive(Debug, Clone)]
pub struct Person(pub Claims);

/// Staff, or a confirmed person of a member organisation.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Claims);

/// An analyst of the triage desk.
#[derive(Debug, Clone)]
pub struct Analyst(pub Claims);

/// An analyst at the sealed desk: like [`Analyst`], for what touches sealed reports.
#[derive(Debug, Clone)]
pub struct Desk(pub Claims);

/// An administrator.
#[derive(Debug, Clone)]
pub struct Admin(pub Claims);

/// An analyst or an administrator.
#[derive(Debug, Clone)]
pub struct Staff(pub Claims);

/// Who runs the certification schemes.
#[derive(Debug, Clone)]
pub struct SchemeAdministrator(pub Claims);

impl Person {
    /// The caller that row-level security sees.
    pub const fn caller(&self) -> Caller {
        self.0.caller()
    }
}

impl Anyone {
    /// The caller that row-level security sees.
    pub fn caller(&self) -> Caller {
        self.0.as_ref().map_or(Caller::Anyone, Claims::caller)
    }
}

fn claims(request: &HttpRequest) -> Result<Option<Claims>, AppError> {
    let Some(value) = request.headers().get(AUTHORIZATION) else {
        return Ok(None);
    };
    let app = request
        .app_data::<web::Data<App>>()
        .ok_or_else(|| AppError::Internal(anyhow::anyhow!("no app data")))?;
    let recognised = request.extensions().get::<Recognised>().cloned();
    if let Some(Recognised(found)) = recognised {
        return program(app, request, found).map(Some);
    }
    let token = value
        .to_str()
        .ok()
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map_or("", |(_, token)| token);
    let claims = token::verify(app, token.trim())?;
    if claims.view && !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(AppError::Remedied(&codes::VIEW_ONLY));
    }
    let left = app.budgets.take(claims.sub).inspect_err(|_spent| {
        request.extensions_mut().insert(Left { remaining: 0 });
    })?;
    request.extensions_mut().insert(left);
    Ok(Some(claims))
}

fn program(
    app: &App,
    request: &HttpRequest,
    found: Result<Machine, &'static str>,
) -> Result<Claims, AppError> {
    let machine = found.map_err(|why_not| AppError::refused(&codes::UNAUTHENTICATED, why_not))?;
    if app.tokens.revoked(&machine.claims) {
        let why = "the key is not one of ours, has run out or was revoked";
        return Err(AppError::refused(&codes::UNAUTHENTICATED, why));
    }
    let left = app.budgets.take(machine.claims.sid).inspect_err(|_spent| {
        request.extensions_mut().insert(Left { remaining: 0 });
    })?;
    request.extensions_mut().insert(left);
    machines::admit(
        &machine,
        request.method(),
        request.match_pattern().as_deref().unwrap_or_default(),
    )
}

/// What is open to everybody is open to a program as well, which is nobody in particular where no scope is asked for.
fn public(request: &HttpRequest) -> Result<Option<Claims>, AppError> {
    let pattern = request.match_pattern();
    let by_program = request.extensions().get::<Recognised>().is_some();
    let needed = machines::need(request.method(), pattern.as_deref().unwrap_or_default());
    if by_program && needed == Need::Person {
        return Ok(None);
    }
    claims(request)
}

fn person(request: &HttpRequest) -> Result<Claims, AppError> {
    claims(request)?.ok_or_else(|| AppError::Remedied(&codes::UNAUTHENTICATED))
}

fn admitted(request: &HttpRequest, roles: &[Role]) -> Result<Claims, AppError> {
    let claims = person(request)?;
    if claims.bare {
        return Err(AppError::Remedied(&codes::SECOND_FACTOR_MISSING));
    }
    if claims.standing().is_guest() {
        return Err(AppError::Remedied(&codes::MEMBERSHIP_WAITS));
    }
    if roles.contains(&claims.role) {
        return Ok(claims);
    }
    let needed = roles
        .iter()
        .map(|role| role.as_str())
        .collect::<Vec<_>>()
        .join(" or ");
    Err(AppError::refused(
        &codes::FORBIDDEN,
        format!("this needs the role {needed}; yours is {}", claims.role),
    ))
}

impl FromRequest for Public {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self))
    }
}

impl FromRequest for Person {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(person(request).map(Self))
    }
}

impl FromRequest for Anyone {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(public(request).map(Self))
    }
}

macro_rules! caller {
    ($($name:ident: $($role:ident)|+;)*) => {$(
        impl $name {
            /// The caller that row-level security sees.
            pub const fn caller(&self) -> Caller {
                self.0.caller()
            }
        }

        impl FromRequest for $name {
            type Error = AppError;
            type Future = Ready<Result<Self, AppError>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                ready(admitted(request, &[$(Role::$role),+]).map(Self))
            }
        }
    )*};
}

caller! {
    SignedIn: Member | Analyst | DutyOfficer | SchemeAdministrator | QaReviewer | LibraryEditor | Admin;
    Analyst: Analyst;
    Desk: Analyst;
    Admin: Admin;
    Staff: Analyst | Admin;
    SchemeAdministrator: SchemeAdministrator;
}
