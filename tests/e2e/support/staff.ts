/** People of the platform who are new, their letters and their authenticators. */
import { createHmac } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";
import { json } from "./desk-api.ts";

type Letter = Readonly<Record<string, string>>;

/** Enters somebody and returns the word of the link in the letter. */
export async function enterStaff(admin: APIRequestContext): Promise<string> {
  const email = `new-${crypto.randomUUID()}@desk.example`;
  const answer = await admin.post("/api/v1/staff", { data: { email, name: "New Analyst", role: "analyst" } });
  expect(answer.status(), await answer.text()).toBe(201);
  const letters = await json<readonly Letter[]>(admin, "/api/v1/demo/mails");
  const body = letters.find((letter) => letter["to"] === email)?.["body"] ?? "";
  const word = /\/passwords\/([0-9a-f]+)/.exec(body)?.[1];
  if (word === undefined) throw new Error(`no letter to ${email}`);
  return word;
}

const letters32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const periodMs = 30_000;

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => letters32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator shows for a secret (RFC 6238), so many periods from now. */
export function codeOf(secret: string, later = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / periodMs) + later));
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
