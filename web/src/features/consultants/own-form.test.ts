import { expect, test } from "vitest";
import { formOf, profileOf } from "./own-form";

test("an empty form is the profile of a name, with nothing that was not written", () => {
  expect(profileOf(formOf(null, "A. Pilot"))).toEqual({
    name: "A. Pilot",
    headline: null,
    about: null,
    base: "",
    languages: [],
    domains: [],
    vessel_types: [],
    regions: [],
    modes: [],
    available_from: null,
    hidden: false,
    contacts: [],
  });
});

test("a contact without a value falls away, and what is shown is said", () => {
  const form = formOf(null, "A. Pilot");
  form.contacts.email = { value: " pilot@firm.example ", public: false };
  form.contacts.phone = { value: "  ", public: true };
  expect(profileOf(form).contacts).toEqual([{ kind: "email", value: "pilot@firm.example", public: false }]);
});
