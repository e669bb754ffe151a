import type { words } from "~/words/words";

export type ProviderError = keyof (typeof words)["signIn"]["provider"]["errors"];

/** Why a sign-in through the provider came to nothing, as the server says it in the address. */
export const providerErrors: readonly ProviderError[] = [
  "stale",
  "denied",
  "away",
  "failed",
  "unverified",
  "unknown",
  "taken",
  "staff",
  "second_factor",
];
