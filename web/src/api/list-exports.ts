import { apiCall } from "~/lib/api-call";
import { download } from "./download";

/** What a list leaves as: each of its files whole, with the filters of the address, and the request that reads it. */
export function listExports(list: string, query: string, file: string, signedIn = true) {
  const save = (form: "csv" | "xlsx" | "ndjson") => () =>
    download(`${list}.${form}${query}`, "*/*", `${file}.${form}`);
  return {
    csv: save("csv"),
    xlsx: save("xlsx"),
    ndjson: save("ndjson"),
    call: () => apiCall(`${list}${query}`, "application/json", signedIn),
  };
}
