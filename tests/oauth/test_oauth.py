"""Stock libraries get a token from the site's metadata alone and call with it, and check its certificates."""

import base64
import gzip
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

# The site listens on loopback, without TLS.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from joserfc import jwt
from joserfc.errors import BadSignatureError
from joserfc.jwk import ECKey, KeySet, OKPKey, RSAKey

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
PATIENCE = 180
SIGNERS = [
    ("EdDSA", lambda: OKPKey.generate_key("Ed25519")),
    ("ES256", lambda: ECKey.generate_key("P-256")),
    ("RS256", lambda: RSAKey.generate_key(2048)),
    ("PS256", lambda: RSAKey.generate_key(2048)),
]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """The demo on a free port, with a data folder of its own."""

    def __init__(self):
        self.data = tempfile.mkdtemp(prefix="oauth-", dir=TARGET)
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        own = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("BELLBUOY_") and name != "DATABASE_URL"
        }
        self.log = open(f"{self.data}/server.log", "wb")
        self.process = subprocess.Popen(
            [TARGET / "debug" / "bellbuoy-server", "run"],
            cwd=ROOT,
            stdout=self.log,
            stderr=self.log,
            env=own
            | {
                "BELLBUOY_MODE": "demo",
                "BELLBUOY_DATA": f"{self.data}/data",
                "BELLBUOY_LISTEN": f"127.0.0.1:{port}",
                "BELLBUOY_METRICS_LISTEN": "127.0.0.1:0",
            },
        )

    def wait(self):
        since = time.monotonic()
        while time.monotonic() - since < PATIENCE:
            if self.process.poll() is not None:
                break
            try:
                if requests.get(f"{self.base}/ready", timeout=5).ok:
                    return
            except requests.ConnectionError:
                time.sleep(0.1)
        raise RuntimeError(pathlib.Path(self.log.name).read_text()[-4000:])

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.data, ignore_errors=True)

    def made(self, **more):
        """A key that a member of the demo makes."""
        demo = requests.get(f"{self.base}/api/v1/instance", timeout=30).json()["demo"]
        member = next(person for person in demo["people"] if person["role"] == "member")
        proof = {"email": member["email"], "password": demo["password"]}
        session = requests.post(f"{self.base}/api/v1/auth/sessions", json=proof, timeout=30).json()
        answer = requests.post(
            f"{self.base}/api/v1/api-keys",
            json={"name": "A stock library", "scopes": ["incidents:read", "advisories:read"], **more},
            headers={"Authorization": f"Bearer {session['access_token']}"},
            timeout=30,
        )
        answer.raise_for_status()
        return answer.json()


class Stock(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site()
        cls.addClassCleanup(cls.site.stop)
        cls.site.wait()
        # All that is known beforehand is the site's address.
        address = f"{cls.site.base}/.well-known/oauth-authorization-server"
        cls.metadata = requests.get(address, timeout=30).json()

    def fetched(self, session, **more):
        self.addCleanup(session.close)
        return session.fetch_token(self.metadata["token_endpoint"], grant_type="client_credentials", **more)

    def incidents(self, session):
        return session.get(f"{self.metadata['issuer']}/api/v1/incidents", timeout=30).status_code

    def test_by_secret_in_each_way_the_metadata_name(self):
        made = self.site.made()
        secret = made["key"].split("_")[3]
        for method in ("client_secret_basic", "client_secret_post"):
            self.assertIn(method, self.metadata["token_endpoint_auth_methods_supported"])
            for given in (made["key"], secret):
                client = OAuth2Session(made["api_key"]["id"], given, token_endpoint_auth_method=method)
                token = self.fetched(client)
                self.assertEqual(token["token_type"], "Bearer")
                self.assertEqual(self.incidents(client), 200)

    def test_by_private_key_twice_each(self):
        for algorithm, generate in SIGNERS:
            with self.subTest(algorithm):
                known = self.metadata["token_endpoint_auth_signing_alg_values_supported"]
                self.assertIn(algorithm, known)
                key = generate()
                made = self.site.made(public_key=key.as_dict(private=False))
                self.assertIsNone(made["key"])
                client = OAuth2Session(
                    made["api_key"]["id"], key, token_endpoint_auth_method="private_key_jwt"
                )
                endpoint = self.metadata["token_endpoint"]
                client.register_client_auth_method(PrivateKeyJWT(endpoint, alg=algorithm))
                for _ in range(2):
                    self.fetched(client)
                    self.assertEqual(self.incidents(client), 200)

    def test_fewer_scopes_open_less(self):
        made = self.site.made()
        client = OAuth2Session(made["api_key"]["id"], made["key"], scope="advisories:read")
        self.assertEqual(self.fetched(client)["scope"], "advisories:read")
        self.assertEqual(self.incidents(client), 403)
        with self.assertRaises(OAuthError) as told:
            self.fetched(OAuth2Session(made["api_key"]["id"], made["key"], scope="incidents:write"))
        self.assertEqual(told.exception.error, "invalid_scope")

    def test_a_wrong_secret_is_told_in_the_words_of_oauth(self):
        made = self.site.made()
        for method in ("client_secret_basic", "client_secret_post"):
            client = OAuth2Session(made["api_key"]["id"], "0" * 64, token_endpoint_auth_method=method)
            with self.assertRaises(OAuthError) as told:
                self.fetched(client)
            self.assertEqual(told.exception.error, "invalid_client")
        other = OAuth2Session(
            made["api_key"]["id"], OKPKey.generate_key("Ed25519"), token_endpoint_auth_method="private_key_jwt"
        )
        other.register_client_auth_method(PrivateKeyJWT(self.metadata["token_endpoint"], alg="EdDSA"))
        with self.assertRaises(OAuthError) as told:
            self.fetched(other)
        self.assertEqual(told.exception.error, "invalid_client")

    def test_the_token_is_signed_by_a_key_of_the_jwks(self):
        made = self.site.made()
        token = self.fetched(OAuth2Session(made["api_key"]["id"], made["key"]))
        keys = requests.get(self.metadata["jwks_uri"], timeout=30).json()
        keys = KeySet.import_key_set(keys)
        read = jwt.decode(token["access_token"], keys, algorithms=["EdDSA"])
        self.assertEqual(read.claims["client_id"], made["api_key"]["id"])
        self.assertEqual(read.header["typ"], "at+jwt")

    def test_the_lines_of_the_readme_work_as_they_stand(self):
        readme = (ROOT / "README.md").read_text()
        blocks = [block for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) if "api/v1" in block]
        self.assertEqual(len(blocks), 2, "signing in, and a key with its first call")
        script = "\n".join(blocks).replace("http://127.0.0.1:8080", self.site.base)
        # Each call notes how it was answered beside what it prints.
        noting = 'curl() { command curl "$@" -o "$NOTES/body" -w "%{http_code}\\n" >>"$NOTES/answers"; cat "$NOTES/body"; }'
        with tempfile.TemporaryDirectory(dir=TARGET) as notes:
            ran = subprocess.run(
                ["sh", "-eu", "-c", f"{noting}\n{script}"],
                env=os.environ | {"NOTES": notes},
                timeout=120,
                capture_output=True,
                text=True,
            )
            statuses = pathlib.Path(notes, "answers").read_text().split()
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertEqual(statuses, ["201", "201", "200", "201", "200"], ran.stdout)
        self.assertIn('"items"', ran.stdout.splitlines()[-1])

    def listed(self, entry, keys):
        """Whether the bit of a status entry is set, as Bitstring Status List 1.0 §3.2 reads it."""
        text = requests.get(entry["statusListCredential"], timeout=30).text
        told = jwt.decode(text, keys, algorithms=["EdDSA"]).claims
        self.assertEqual(told["id"], entry["statusListCredential"])
        self.assertEqual(told["credentialSubject"]["statusPurpose"], entry["statusPurpose"])
        encoded = told["credentialSubject"]["encodedList"]
        self.assertEqual(encoded[0], "u", "multibase, base64url without padding")
        bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
        place = int(entry["statusListIndex"])
        return bool(bits[place // 8] >> (7 - place % 8) & 1)

    def test_a_certificate_is_what_a_stock_library_takes_for_one(self):
        base = f"{self.site.base}/api/v1"
        keys = requests.get(f"{self.site.base}/.well-known/jwks.json", timeout=30).json()["keys"]
        keys = KeySet.import_key_set({"keys": [key for key in keys if key["bellbuoy_purpose"] == "certificate"]})
        for status, suspended, revoked in [("active", False, False), ("suspended", True, False), ("revoked", False, True)]:
            found = requests.get(f"{base}/certificates?status={status}&kind=person&limit=1", timeout=30).json()
            number = found["items"][0]["number"]
            text = requests.get(f"{base}/certificates/{number}/credential", timeout=30).text
            read = jwt.decode(text, keys, algorithms=["EdDSA"])
            self.assertIn("OpenBadgeCredential", read.claims["type"])
            self.assertIn(number, read.claims["id"])
            entries = {entry["statusPurpose"]: entry for entry in read.claims["credentialStatus"]}
            self.assertEqual(self.listed(entries["suspension"], keys), suspended, number)
            self.assertEqual(self.listed(entries["revocation"], keys), revoked, number)
            header, payload, signature = text.split(".")
            changed = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).replace(number.encode(), b"BB-C-2026-9999")
            changed = base64.urlsafe_b64encode(changed).decode().rstrip("=")
            with self.assertRaises(BadSignatureError):
                jwt.decode(f"{header}.{changed}.{signature}", keys, algorithms=["EdDSA"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
