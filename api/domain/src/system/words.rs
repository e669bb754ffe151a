//! The words for systems and their groups.

vocabulary! {
    /// A group of systems: the eight of the circular, and one for the shore.
    SystemGroup = "system_group", version "1",
        source "IMO MSC-FAL.1/Circ.3 section 2.1, with one group of our own for the shore" {
        Bridge => "bridge", "Bridge";
        CargoHandling => "cargo_handling", "Cargo handling and management";
        PropulsionAndMachinery => "propulsion_and_machinery", "Propulsion, machinery and power control";
        AccessControl => "access_control", "Access control";
        PassengerServicing => "passenger_servicing", "Passenger servicing and management";
        PassengerPublicNetworks => "passenger_public_networks", "Passenger-facing public networks";
        AdministrativeAndCrew => "administrative_and_crew", "Administration and crew welfare";
        Communication => "communication", "Communication";
        Shore => "shore", "Shore side";
    }
}

vocabulary! {
    /// A system that an incident can hit, by its group.
    System in SystemGroup = "system", version "1",
        source "Own list after IMO MSC-FAL.1/Circ.3 and IACS UR E26" {
        Bridge: {
            Ecdis => "ecdis", "ECDIS (electronic charts)";
            Gnss => "gnss", "GNSS receiver (GPS and others)";
            Ais => "ais", "AIS";
            Radar => "radar", "Radar and ARPA";
            Vdr => "vdr", "Voyage data recorder";
            Gyro => "gyro", "Gyro compass";
            Autopilot => "autopilot", "Autopilot";
            Bnwas => "bnwas", "Bridge watch alarm";
        }
        CargoHandling: {
            LoadingComputer => "loading_computer", "Loading computer";
            CargoControl => "cargo_control", "Cargo control room";
            TankGauging => "tank_gauging", "Tank gauging";
            OilDischargeMonitoring => "oil_discharge_monitoring", "Oil discharge monitoring";
            ReeferMonitoring => "reefer_monitoring", "Reefer monitoring";
            InertGas => "inert_gas", "Inert gas system";
            BoilOffGas => "boil_off_gas", "Boil-off gas system";
        }
        PropulsionAndMachinery: {
            EngineControl => "engine_control", "Engine control";
            PowerManagement => "power_management", "Power management";
            AlarmMonitoring => "alarm_monitoring", "Alarm and monitoring";
            Boiler => "boiler", "Boiler control";
            Thruster => "thruster", "Thruster control";
            SteeringGear => "steering_gear", "Steering gear";
            BallastAndBilge => "ballast_and_bilge", "Ballast and bilge";
            FireDetection => "fire_detection", "Fire detection";
            GasDetection => "gas_detection", "Gas detection";
            FloodDetection => "flood_detection", "Flood detection";
            EmergencyShutdown => "emergency_shutdown", "Emergency shutdown";
        }
        AccessControl: {
            Cctv => "cctv", "CCTV";
            ShipSecurityAlert => "ship_security_alert", "Ship security alert system";
            PersonnelOnBoard => "personnel_on_board", "Personnel on board and door locks";
        }
        PassengerServicing: {
            HotelManagement => "hotel_management", "Hotel and property management";
            PassengerRecords => "passenger_records", "Passenger and medical records";
            Boarding => "boarding", "Boarding and ticketing";
        }
        PassengerPublicNetworks: {
            PassengerWifi => "passenger_wifi", "Passenger Wi-Fi";
            GuestEntertainment => "guest_entertainment", "Guest entertainment";
        }
        AdministrativeAndCrew: {
            PlannedMaintenance => "planned_maintenance", "Planned maintenance";
            ShipEmail => "ship_email", "E-mail on board";
            ShipErp => "ship_erp", "Ship management software";
            OfficeNetwork => "office_network", "Office computers and network on board";
            CrewNetwork => "crew_network", "Crew network and Wi-Fi";
            CrewDevice => "crew_device", "Crew member's own device";
            ElectronicLogbook => "electronic_logbook", "Electronic logbook";
            RemoteAccess => "remote_access", "Remote access gateway";
        }
        Communication: {
            Vsat => "vsat", "VSAT";
            FleetBroadband => "fleet_broadband", "FleetBroadband and other L-band";
            InmarsatC => "inmarsat_c", "Inmarsat C";
            GmdssRadio => "gmdss_radio", "GMDSS MF/HF radio";
            Vhf => "vhf", "VHF radio";
            Telephone => "telephone", "Telephone exchange on board";
            ShipWifi => "ship_wifi", "Operational Wi-Fi";
        }
        Shore: {
            TerminalOperating => "terminal_operating", "Terminal operating system";
            CraneControl => "crane_control", "Crane and AGV control";
            GateAccess => "gate_access", "Gate and access";
            PortCommunity => "port_community", "Customs and port community system";
            Booking => "booking", "Booking and e-commerce";
            ShoreEmail => "shore_email", "E-mail ashore";
            Website => "website", "Website";
            FileServer => "file_server", "File server";
            VesselTrafficService => "vessel_traffic_service", "Vessel traffic service";
            HeadOfficeNetwork => "head_office_network", "Head office network";
        }
    }
}

vocabulary! {
    /// Whether a system moves data or machinery.
    Technology = "technology", version "1", source "IMO MSC-FAL.1/Circ.3" {
        It => "it", "Information technology";
        Ot => "ot", "Operational technology";
    }
}
