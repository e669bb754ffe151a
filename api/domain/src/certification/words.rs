//! The words of certificates: where they stand, what moves them, and what they are about.

vocabulary! {
    /// Whom a certificate is about.
    HolderKind = "holder_kind", version "1", source "Bellbuoy" {
        Person => "person", "Person";
        Supplier => "supplier", "Supplier";
    }
}

vocabulary! {
    /// Where a certificate stands.
    CertificateStatus = "certificate_status", version "1", source "Bellbuoy" {
        Active => "active", "Active";
        Suspended => "suspended", "Suspended";
        Lapsed => "lapsed", "Lapsed";
        Revoked => "revoked", "Revoked";
        Withdrawn => "withdrawn", "Withdrawn";
    }
}

vocabulary! {
    /// What changes where a certificate stands.
    CertificateStep = "certificate_step", version "1", source "Bellbuoy" {
        Suspend => "suspend", "Suspend";
        Reinstate => "reinstate", "Reinstate";
        Revoke => "revoke", "Revoke";
        Lapse => "lapse", "Lapse";
        Renew => "renew", "Renew";
        Withdraw => "withdraw", "Withdraw";
    }
}

impl CertificateStep {
    /// Whether the step has to say why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Suspend | Self::Revoke)
    }

    /// Whether it is told why in words: whatever takes from a holder, and a renewal without an application.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        self.needs_reason() || matches!(self, Self::Renew)
    }
}

vocabulary! {
    /// Who takes a step with a certificate.
    RegistryActor = "registry_actor", version "1", source "Bellbuoy" {
        Holder => "holder", "Holder";
        SchemeAdministrator => "scheme_administrator", "Scheme administrator";
        Clock => "clock", "The passing of time";
    }
}

vocabulary! {
    /// Why a certificate was suspended or revoked.
    SanctionReason = "sanction_reason", version "1", source "Bellbuoy" {
        UnderInvestigation => "under_investigation", "Under investigation";
        ComplaintUpheld => "complaint_upheld", "A complaint was upheld";
        Misconduct => "misconduct", "Misconduct";
        FalseEvidence => "false_evidence", "False evidence";
        RequirementsNotMet => "requirements_not_met", "Requirements are no longer met";
        InsuranceLapsed => "insurance_lapsed", "Insurance lapsed";
        AdministrativeError => "administrative_error", "Granted in error";
        HolderRequest => "holder_request", "At the holder's request";
    }
}

impl SanctionReason {
    /// Whether it can be the reason of a step: what is still looked into, or asked for by the holder, is no reason to end
    /// a certificate for good.
    #[must_use]
    pub fn is_of(self, step: CertificateStep) -> bool {
        match step {
            CertificateStep::Suspend => true,
            CertificateStep::Revoke => !matches!(self, Self::UnderInvestigation | Self::HolderRequest),
            _ => false,
        }
    }
}

vocabulary! {
    /// What a person or a supplier works on.
    WorkDomain = "work_domain", version "1",
        source "Own list; the ten categories of OT tests as the maritime scheme names them" {
        Navigation => "navigation", "Navigation";
        Propulsion => "propulsion", "Propulsion";
        ElectricalSystems => "electrical_systems", "Electrical systems";
        Communication => "communication", "Communication";
        SafetySystems => "safety_systems", "Safety systems";
        CargoHandling => "cargo_handling", "Cargo handling";
        EnvironmentalSystems => "environmental_systems", "Environmental systems";
        MaintenanceSystems => "maintenance_systems", "Maintenance systems";
        HumanFactors => "human_factors", "Human factors";
        RegulatoryCompliance => "regulatory_compliance", "Regulatory compliance";
        ItNetworks => "it_networks", "IT networks";
        Cloud => "cloud", "Cloud";
        PortOt => "port_ot", "Port OT";
        IncidentResponse => "incident_response", "Incident response";
        Forensics => "forensics", "Forensics";
        Training => "training", "Training";
    }
}

impl WorkDomain {
    /// Whether it is one of the ten categories in which the maritime scheme tests on-board technology.
    #[must_use]
    pub const fn is_ot_category(self) -> bool {
        !matches!(
            self,
            Self::ItNetworks
                | Self::Cloud
                | Self::PortOt
                | Self::IncidentResponse
                | Self::Forensics
                | Self::Training
        )
    }
}

vocabulary! {
    /// Where the work is done.
    WorkMode = "work_mode", version "1", source "Bellbuoy" {
        OnSite => "on_site", "On site";
        Remote => "remote", "Remote";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ten_domains_are_the_categories_of_ot_tests() {
        let categories: Vec<_> = WorkDomain::ALL.iter().filter(|d| d.is_ot_category()).collect();
        assert_eq!(categories, WorkDomain::ALL.iter().take(10).collect::<Vec<_>>());
    }

    #[test]
    fn who_loses_a_certificate_is_told_why() {
        let explained: Vec<_> = CertificateStep::ALL.iter().filter(|s| s.needs_reason()).collect();
        assert_eq!(explained, [&CertificateStep::Suspend, &CertificateStep::Revoke]);
    }
}
