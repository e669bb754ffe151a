/**
 * Starts the demo before the first test and stops it after the last one. Where BELLBUOY_TESTED_URL names a demo that
 * runs already, that one is tested as it is.
 */
import { freePort, startSite } from "./site.ts";

/** Complains once about some holder, for every walk over the pages. */
async function complain(home: string): Promise<void> {
  const list = await fetch(`${home}/api/v1/certificates?status=active&limit=1`);
  const { items } = (await list.json()) as { items: readonly { number: string }[] };
  const words = "The report names tests that nobody saw being carried out.";
  const made = await fetch(`${home}/api/v1/complaints`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ certificate: items[0]?.number, words }),
  });
  if (!made.ok) throw new Error(`${made.status} for a complaint: ${await made.text()}`);
  process.env["COMPLAINT"] = ((await made.json()) as { key: string }).key;
}

export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  const given = process.env["BELLBUOY_TESTED_URL"];
  if (given !== undefined) {
    process.env["BASE_URL"] = given;
    await complain(given);
    return undefined;
  }
  const { url, data, end } = await startSite("server", await freePort());
  process.env["BASE_URL"] = url;
  process.env["DATA_FOLDER"] = data;
  try {
    await complain(url);
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
