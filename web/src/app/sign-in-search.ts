import { matching, oneOf } from "~/lib/search-params";
import { providerErrors, type ProviderError } from "./provider-errors";

interface SignInSearch {
  next?: string | undefined;
  error?: ProviderError | undefined;
  entered?: "yes" | undefined;
}

/** Each is named also where it does not fit: the router keeps what the address has for a name that is left out. */
export function signInSearch(search: Record<string, unknown>): SignInSearch {
  return {
    next: matching(/^\/(?![/\\])/, search["next"]),
    error: oneOf(providerErrors, search["error"]),
    entered: oneOf(["yes"], search["entered"]),
  };
}
