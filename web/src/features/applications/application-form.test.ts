import { expect, test } from "vitest";
import { emptyApplication, toCreate } from "./application-form";

test("what was not said is not sent, and what was typed is trimmed", () => {
  const body = toCreate({
    ...emptyApplication,
    name: " Example Line ",
    kind: "port",
    about: "Twelve ships in the Baltic, in the register.",
    officer_name: "E. Officer",
    officer_email: " officer@line.example",
  });
  expect(body).toEqual({
    name: "Example Line",
    kind: "port",
    about: "Twelve ships in the Baltic, in the register.",
    officer_name: "E. Officer",
    officer_email: "officer@line.example",
  });
});

test("a website is sent as an address", () => {
  expect(toCreate({ ...emptyApplication, website: "line.example", country: "NL" })).toMatchObject({
    website: "https://line.example",
    country: "NL",
  });
});
