//! The classes and types of the Reference Security Incident Taxonomy, with a maritime extension.
//!
//! The taxonomy has no type for false positions, charts or satellite links; those are ours.

vocabulary! {
    /// The first level of the taxonomy; every accepted incident has one.
    Classification = "classification", version "1003", source "ENISA, Reference Security Incident Taxonomy" {
        AbusiveContent => "abusive_content", "Abusive content";
        MaliciousCode => "malicious_code", "Malicious code";
        InformationGathering => "information_gathering", "Information gathering";
        IntrusionAttempts => "intrusion_attempts", "Intrusion attempts";
        Intrusions => "intrusions", "Intrusions";
        Availability => "availability", "Availability";
        InformationContentSecurity => "information_content_security", "Information content security";
        Fraud => "fraud", "Fraud";
        Vulnerable => "vulnerable", "Vulnerable";
        Other => "other", "Other";
        Test => "test", "Test";
    }
}

vocabulary! {
    /// The second level of the taxonomy, by class.
    IncidentType in Classification = "incident_type", version "1003.1",
        source "ENISA, Reference Security Incident Taxonomy, with our maritime extension" {
        AbusiveContent: {
            Spam => "spam", "Spam";
            HarmfulSpeech => "harmful_speech", "Harmful speech";
            ViolentContent => "violent_content", "Child sexual, sexual or violent content";
        }
        MaliciousCode: {
            InfectedSystem => "infected_system", "Infected system";
            CommandAndControl => "command_and_control", "Command-and-control server";
            MalwareDistribution => "malware_distribution", "Malware distribution";
            MalwareConfiguration => "malware_configuration", "Malware configuration";
            CrewDeviceInfection => "crew_device_infection", "Infected crew device";
            UsbMediaInfection => "usb_media_infection", "Infection by USB media";
        }
        InformationGathering: {
            Scanning => "scanning", "Scanning";
            Sniffing => "sniffing", "Sniffing";
            SocialEngineering => "social_engineering", "Social engineering";
        }
        IntrusionAttempts: {
            KnownVulnerabilityExploitation => "known_vulnerability_exploitation", "Exploitation of a known vulnerability";
            LoginAttempts => "login_attempts", "Login attempts";
            NewAttackSignature => "new_attack_signature", "New attack signature";
        }
        Intrusions: {
            PrivilegedAccountCompromise => "privileged_account_compromise", "Privileged account compromise";
            UnprivilegedAccountCompromise => "unprivileged_account_compromise", "Unprivileged account compromise";
            ApplicationCompromise => "application_compromise", "Application compromise";
            SystemCompromise => "system_compromise", "System compromise";
            Burglary => "burglary", "Burglary";
            SatcomCompromise => "satcom_compromise", "Satellite terminal compromise";
            VsatAccountTheft => "vsat_account_theft", "Theft of a VSAT account";
            VendorRemoteAccessAbuse => "vendor_remote_access_abuse", "Abuse of a vendor's remote access";
        }
        Availability: {
            DenialOfService => "denial_of_service", "Denial of service";
            DistributedDenialOfService => "distributed_denial_of_service", "Distributed denial of service";
            Misconfiguration => "misconfiguration", "Misconfiguration";
            Sabotage => "sabotage", "Sabotage";
            Outage => "outage", "Outage";
            GnssJamming => "gnss_jamming", "GNSS jamming";
            PortOtDisruption => "port_ot_disruption", "Disruption of port control systems";
        }
        InformationContentSecurity: {
            UnauthorisedAccess => "unauthorised_access", "Unauthorised access to information";
            UnauthorisedModification => "unauthorised_modification", "Unauthorised modification, ransomware included";
            DataLoss => "data_loss", "Data loss";
            DataLeak => "data_leak", "Leak of confidential information";
            GnssSpoofing => "gnss_spoofing", "GNSS spoofing";
            AisSpoofing => "ais_spoofing", "AIS spoofing or identity tampering";
            EcdisChartCompromise => "ecdis_chart_compromise", "ECDIS chart compromise";
            CargoDataManipulation => "cargo_data_manipulation", "Cargo data manipulation";
        }
        Fraud: {
            UnauthorisedUse => "unauthorised_use", "Unauthorised use of resources";
            Copyright => "copyright", "Copyright";
            Masquerade => "masquerade", "Masquerade";
            Phishing => "phishing", "Phishing";
            ContainerReleaseFraud => "container_release_fraud", "PIN or container release fraud";
            PaymentFraud => "payment_fraud", "Payment, invoice or bunker fraud";
        }
        Vulnerable: {
            WeakCrypto => "weak_crypto", "Weak cryptography";
            DdosAmplifier => "ddos_amplifier", "DDoS amplifier";
            UnwantedServices => "unwanted_services", "Potentially unwanted accessible services";
            InformationDisclosure => "information_disclosure", "Information disclosure";
            VulnerableSystem => "vulnerable_system", "Vulnerable system";
        }
        Other: {
            Uncategorised => "uncategorised", "Uncategorised";
            Undetermined => "undetermined", "Undetermined";
        }
        Test: {
            Test => "test", "Test";
        }
    }
}

/// A type that does not belong to the class it was given with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{given} belongs to {}, not to {class}", .given.parent())]
pub struct WrongClass {
    pub class: Classification,
    pub given: IncidentType,
}

impl Classification {
    /// The types of this class.
    pub fn types(self) -> impl Iterator<Item = IncidentType> {
        IncidentType::ALL
            .iter()
            .copied()
            .filter(move |one| one.parent() == self)
    }

    /// Checks that a type belongs to this class.
    ///
    /// # Errors
    /// Names the class the type does belong to.
    pub fn admit(self, given: IncidentType) -> Result<(), WrongClass> {
        if given.parent() == self {
            Ok(())
        } else {
            Err(WrongClass { class: self, given })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_types_and_admits_exactly_those() {
        for class in Classification::ALL {
            assert!(class.types().count() > 0, "{class}");
            for given in IncidentType::ALL {
                assert_eq!(
                    class.admit(*given).is_ok(),
                    class.types().any(|own| own == *given)
                );
            }
        }
    }

    #[test]
    fn a_type_of_another_class_is_refused_by_name() {
        let fault = Classification::Fraud
            .admit(IncidentType::GnssJamming)
            .unwrap_err();
        assert_eq!(
            fault.to_string(),
            "gnss_jamming belongs to availability, not to fraud"
        );
    }
}
