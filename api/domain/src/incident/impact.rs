//! What an incident did, and what was done about it.

vocabulary! {
    /// Which property of data or systems was lost.
    SecurityAttribute = "security_attribute", version "1", source "VERIS, attribute" {
        Confidentiality => "confidentiality", "Confidentiality";
        Integrity => "integrity", "Integrity";
        Availability => "availability", "Availability";
    }
}

vocabulary! {
    /// A service that others depend on.
    Service = "service", version "1", source "Bellbuoy" {
        Booking => "booking", "Booking";
        Website => "website", "Website";
        Email => "email", "E-mail";
        CustomsData => "customs_data", "Customs data";
        TerminalOperations => "terminal_operations", "Terminal operations";
        Gate => "gate", "Gate";
        CargoDocuments => "cargo_documents", "Cargo documents";
        CrewManagement => "crew_management", "Crew management";
        Navigation => "navigation", "Navigation";
        Propulsion => "propulsion", "Propulsion";
        Communications => "communications", "Communications";
        PlannedMaintenance => "planned_maintenance", "Planned maintenance";
        Payments => "payments", "Payments";
        Telephone => "telephone", "Telephone";
        Other => "other", "Other";
    }
}

vocabulary! {
    /// How a service is doing.
    ServiceState = "service_state", version "1", source "Bellbuoy" {
        Down => "down", "Down";
        Degraded => "degraded", "Degraded";
        Restored => "restored", "Restored";
    }
}

vocabulary! {
    /// What was done to stop it.
    Containment = "containment", version "1", source "Bellbuoy" {
        IsolatedNetwork => "isolated_network", "Isolated a network";
        DisconnectedSystem => "disconnected_system", "Disconnected a system";
        SwitchedToManual => "switched_to_manual", "Switched to manual";
        ChangedPasswords => "changed_passwords", "Changed passwords";
        RestoredBackup => "restored_backup", "Restored a backup";
        Reinstalled => "reinstalled", "Reinstalled";
        CalledVendor => "called_vendor", "Called the vendor";
        None => "none", "Nothing yet";
        Other => "other", "Other";
    }
}

vocabulary! {
    /// What backups there were.
    BackupState = "backup_state", version "1", source "Bellbuoy" {
        None => "none", "None";
        Untested => "untested", "Present, untested";
        Tested => "tested", "Present and tested";
        OtherSite => "other_site", "At another site";
        Unknown => "unknown", "Unknown";
    }
}

vocabulary! {
    /// Another crime the incident was part of.
    CrimeLink = "crime_link", version "1", source "Bellbuoy" {
        Theft => "theft", "Theft";
        Smuggling => "smuggling", "Smuggling";
        Fraud => "fraud", "Fraud";
        Extortion => "extortion", "Extortion";
        Piracy => "piracy", "Piracy";
        Stowaways => "stowaways", "Stowaways";
        None => "none", "None";
        Unknown => "unknown", "Unknown";
    }
}
