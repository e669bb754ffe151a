/** What is typed about a key, and what the API takes. */
import type { Schemas } from "~/api/client";
import { defined } from "~/lib/defined";
import { manyOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

type Jwk = NonNullable<Schemas["ApiKeyCreate"]["public_key"]>;

export interface KeyForm {
  name: string;
  scopes: string[];
  days: string;
  addresses: string;
  test: boolean;
  /** A JSON Web Key; empty where the program gets a secret. */
  publicKey: string;
}

export const usualDays = 90;
export const mostDays = 366;
export const mostNetworks = 20;

export const emptyKey: KeyForm = {
  name: "",
  scopes: [],
  days: String(usualDays),
  addresses: "",
  test: false,
  publicKey: "",
};

export interface RotationForm {
  hours: string;
  days: string;
  publicKey: string;
}

export const usualHours = 24;
export const mostHours = 720;

function numberOf(typed: string): number | undefined {
  return typed.trim() === "" ? undefined : Number(typed);
}

/** One network a line; what is empty is nothing. */
export function networksOf(typed: string): string[] {
  return typed
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const four = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

function isSix(address: string): boolean {
  return /^[0-9a-f:.]+$/i.test(address) && address.includes(":") && URL.canParse(`http://[${address}]/`);
}

function isNetwork(network: string): boolean {
  const [address = "", length, ...more] = network.split("/");
  const most = four.test(address) ? 32 : isSix(address) ? 128 : null;
  if (most === null || more.length > 0) return false;
  return length === undefined || (/^(?:0|[1-9]\d{0,2})$/.test(length) && Number(length) <= most);
}

/** The first line that is no network, if there is one. */
export function strangeNetwork(typed: string): string | null {
  return networksOf(typed).find((network) => !isNetwork(network)) ?? null;
}

function isObject(value: unknown): value is Jwk {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A public key as pasted: undefined where there is none, null where it cannot be read. */
export function publicKeyOf(typed: string): Jwk | null | undefined {
  if (typed.trim() === "") return undefined;
  try {
    const value: unknown = JSON.parse(typed);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function toCreate(form: KeyForm): Schemas["ApiKeyCreate"] {
  return {
    name: form.name.trim(),
    scopes: manyOf(wordsOf("KeyScope"), form.scopes) ?? [],
    addresses: networksOf(form.addresses),
    test: form.test,
    ...defined({ days: numberOf(form.days), public_key: publicKeyOf(form.publicKey) ?? undefined }),
  };
}

export function toRotation(form: RotationForm): Schemas["RotationCreate"] {
  return defined({
    overlap_hours: numberOf(form.hours),
    days: numberOf(form.days),
    public_key: publicKeyOf(form.publicKey) ?? undefined,
  });
}

const keyText = /bb_(?:live|test)_[0-9a-f]{32}_[0-9a-f]{64}_[0-9a-f]{8}/;

/** The key in what somebody pasted, be it a whole header or broken into lines; else what was pasted, as it is. */
export function keyIn(pasted: string): string {
  const joined = pasted.replaceAll(/\s+/g, "");
  return keyText.exec(joined)?.[0] ?? joined;
}
