import { expect, test } from "vitest";
import { otherEntries, paths } from "./paths";

test("every address of the site", () => {
  const all = Object.entries({ ...paths, ...otherEntries }).map(([name, path]) => `${name} ${path("{id}")}`);
  expect(all.join("\n")).toMatchInlineSnapshot(`
    "front /
    figures /figures
    about /about
    aboutFigures /about/figures
    advisories /advisories
    newAdvisory /advisories/new
    advisory /advisories/{id}
    editAdvisory /advisories/{id}/edit
    signIn /sign-in
    incidents /incidents
    newIncident /incidents/new
    incident /incidents/{id}
    statistics /statistics
    desk /desk
    audit /audit
    words /words
    join /join
    followed /join/{id}
    invitation /invitations/{id}
    forgotten /passwords
    password /passwords/{id}
    staff /staff
    setup /setup/{id}
    doctor /doctor
    applications /applications
    application /applications/{id}
    directory /directory
    member /directory/{id}
    organisation /organisation
    keys /organisation/keys
    leakedKey /leaked-key
    account /account
    ownEntry /account/register
    development /account/development
    consultants /consultants
    consultant /consultants/{id}
    aboutConsultants /consultants/about
    certification /certification
    certificationBoard /certification/board
    certificationApplication /certification/{id}
    reference /references/{id}
    suppliers /suppliers
    supplier /suppliers/{id}
    certificate /certificates/%7Bid%7D
    scheme /schemes/{id}
    editScheme /schemes/{id}/edit
    sittings /sittings
    newSitting /sittings/new
    sitting /sittings/{id}
    editSitting /sittings/{id}/edit
    seats /sittings/{id}/seats
    complaints /complaints
    newComplaint /complaints/new
    ownComplaint /complaints/own/{id}
    complaint /complaints/{id}
    ratings /ratings
    newRating /ratings/new
    rating /ratings/{id}
    editRating /ratings/{id}/edit
    independence /independence
    rota /rota
    roles /roles
    letters /demo/mails
    report /report
    mailbox /report#mailbox
    helpNow /report#now
    verify /verify
    proof /report#verify
    apiDocs /api/docs
    provider /api/v1/auth/oidc
    atom /api/v1/advisories.atom
    sittingsCalendar /api/v1/sittings.ics
    sittingCalendar /api/v1/sittings/{id}.ics
    certificatesAtom /api/v1/certificates.atom"
  `);
});
