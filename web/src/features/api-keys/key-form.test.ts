import { expect, test } from "vitest";
import {
  emptyKey,
  keyIn,
  networksOf,
  publicKeyOf,
  strangeNetwork,
  toCreate,
  toRotation,
  type KeyForm,
} from "./key-form";

test("networks stand one a line, or as somebody copied them", () => {
  expect(networksOf(" 192.0.2.0/24 \n\n2001:db8::/32, 198.51.100.7\r\n")).toEqual([
    "192.0.2.0/24",
    "2001:db8::/32",
    "198.51.100.7",
  ]);
});

test("the first line that is no network is named", () => {
  const good = ["0.0.0.0/0", "192.0.2.7", "192.0.2.0/32", "2001:db8::/32", "::1", "::ffff:192.0.2.1/128"];
  expect(strangeNetwork(good.join("\n"))).toBeNull();
  expect(strangeNetwork("")).toBeNull();
  for (const bad of [
    "192.0.2.0/33",
    "192.0.2",
    "192.0.2.256",
    "192.0.2.01",
    "192.0.2.0.1",
    "192.0.2.0/",
    "192.0.2.0/24/8",
    "192.0.2.0/a",
    "2001:db8::/129",
    "2001:db8:::1",
    "port.example",
    "12",
  ]) {
    expect(strangeNetwork(`192.0.2.0/24\n${bad}\n10.0.0.0/8`), bad).toBe(bad);
  }
});

test("a key is made of what was chosen", () => {
  const form: KeyForm = {
    ...emptyKey,
    name: " Nightly import ",
    scopes: ["advisories:read", "incidents:read", "no:scope"],
    addresses: "192.0.2.0/24",
  };
  expect(toCreate(form)).toEqual({
    name: "Nightly import",
    scopes: ["incidents:read", "advisories:read"],
    addresses: ["192.0.2.0/24"],
    test: false,
    days: 90,
  });
  expect(toCreate({ ...form, days: "", publicKey: '{"kty":"OKP"}' })).toMatchObject({
    public_key: { kty: "OKP" },
  });
});

test("a rotation says only what was typed", () => {
  expect(toRotation({ hours: "0", days: " ", publicKey: "" })).toEqual({ overlap_hours: 0 });
  expect(toRotation({ hours: "24", days: "30", publicKey: "" })).toEqual({ overlap_hours: 24, days: 30 });
});

test("a public key is an object of JSON", () => {
  expect(publicKeyOf(" ")).toBeUndefined();
  expect(publicKeyOf('{"kty":"OKP"}')).toEqual({ kty: "OKP" });
  for (const typed of ["[]", "null", "7", "{kty}"]) expect(publicKeyOf(typed), typed).toBeNull();
});

test("a leaked key is found in what was pasted around it", () => {
  const key = `bb_live_${"a".repeat(32)}_${"b".repeat(64)}_1a2b3c4d`;
  expect(keyIn(key)).toBe(key);
  expect(keyIn(`curl -H "Authorization: Bearer ${key} and more`)).toBe(key);
  expect(keyIn(`  ${key.slice(0, 60)}\n   ${key.slice(60)}\n`)).toBe(key);
  expect(keyIn(" no key ")).toBe("nokey");
});
