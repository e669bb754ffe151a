/**
 * Starts the demo before the first test and stops it after the last one. Where BELLBUOY_TESTED_URL names a demo that
 * runs already, that one is tested as it is.
 */
import { freePort, startSite } from "./site.ts";

export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  const given = process.env["BELLBUOY_TESTED_URL"];
  if (given !== undefined) {
    process.env["BASE_URL"] = given;
    return undefined;
  }
  const { url, data, end } = await startSite("server", await freePort());
  process.env["BASE_URL"] = url;
  process.env["DATA_FOLDER"] = data;
  return end;
}
