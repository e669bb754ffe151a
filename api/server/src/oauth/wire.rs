//! What the token endpoint takes and gives, in the names of OAuth.

use crate::auth::machines::public_key::ALGORITHMS;
use bellbuoy_domain::machine::KeyScope;
use serde::Serialize;
use utoipa::ToSchema;

/// The only grant.
pub const GRANT: &str = "client_credentials";
/// The only kind of assertion (RFC 7523 §2.2).
pub const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// What a program asks the token endpoint for. It proves itself in one of three ways: by HTTP Basic, by `client_id` and
/// `client_secret`, or by `client_assertion`.
#[derive(ToSchema)]
pub struct TokenRequest {
    #[schema(example = "client_credentials")]
    pub grant_type: Option<String>,
    /// Scopes with blanks between; all of the key's when absent.
    #[schema(example = "incidents:read")]
    pub scope: Option<String>,
    /// Id of the key.
    pub client_id: Option<String>,
    /// The whole key, or its secret part.
    pub client_secret: Option<String>,
    /// `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    pub client_assertion_type: Option<String>,
    /// A JWT signed by the key's private half: `iss` and `sub` are the id of the key, `aud` is this endpoint or the
    /// issuer, `jti` is new each time. It is good until `exp`, but for no more than ten minutes from `iat`.
    pub client_assertion: Option<String>,
}

/// A token.
#[derive(Serialize, ToSchema)]
pub struct OauthToken {
    /// Send it as `Authorization: Bearer …`.
    pub access_token: String,
    #[schema(example = "Bearer")]
    pub token_type: String,
    /// Seconds until it runs out.
    #[schema(example = 600)]
    pub expires_in: i64,
    /// What it opens.
    #[schema(example = "incidents:read")]
    pub scope: String,
}

/// Why there is no token (RFC 6749 §5.2).
#[derive(Serialize, ToSchema)]
pub struct OauthError {
    /// `invalid_request`, `invalid_client`, `invalid_scope` or `unsupported_grant_type`.
    #[schema(example = "invalid_client")]
    pub error: String,
    /// For people.
    pub error_description: String,
}

/// What an OAuth library needs to know of this site (RFC 8414).
#[derive(Serialize, ToSchema)]
pub struct OauthMetadata {
    pub issuer: String,
    pub token_endpoint: String,
    pub jwks_uri: String,
    pub scopes_supported: Vec<KeyScope>,
    /// Empty: nobody is sent here to consent.
    pub response_types_supported: Vec<String>,
    pub grant_types_supported: Vec<String>,
    pub token_endpoint_auth_methods_supported: Vec<String>,
    pub token_endpoint_auth_signing_alg_values_supported: Vec<String>,
    pub service_documentation: String,
}

impl OauthMetadata {
    /// Of the site at this address.
    pub fn of(site: &str) -> Self {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            issuer: site.to_owned(),
            token_endpoint: token_endpoint(site),
            jwks_uri: format!("{site}/.well-known/jwks.json"),
            scopes_supported: KeyScope::ALL.to_vec(),
            response_types_supported: Vec::new(),
            grant_types_supported: owned(&[GRANT]),
            token_endpoint_auth_methods_supported: owned(&[
                "client_secret_basic",
                "client_secret_post",
                "private_key_jwt",
            ]),
            token_endpoint_auth_signing_alg_values_supported: owned(&ALGORITHMS),
            service_documentation: format!("{site}/api/docs"),
        }
    }
}

/// Where tokens are given.
pub fn token_endpoint(site: &str) -> String {
    format!("{site}/api/v1/oauth/token")
}
