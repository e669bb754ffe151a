// Writes the shared test vectors in data/vectors from a second implementation of the sealed intake,
// independent of the Rust one: `node data/make-vectors.mjs <folder with node_modules/age-encryption>`.
// Everything but sealed.json comes out the same each time.
import { createHash, createPrivateKey, createPublicKey, hkdfSync, pbkdf2Sync, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { join, resolve } from 'node:path'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const write = (name, value) => writeFileSync(here(`vectors/${name}.json`), JSON.stringify(value, null, 2) + '\n')
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const u64 = (number) => { const bytes = Buffer.alloc(8); bytes.writeBigUInt64BE(BigInt(number)); return bytes }

const words = readFileSync(here('receipt_words.txt'), 'utf8').trimEnd().split('\n')

function bech32(prefix, bytes) {
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
  const step = (sum, value) => {
    const top = sum >>> 25
    const shifted = ((sum & 0x1ffffff) << 5) ^ value
    return [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
      .reduce((acc, generator, bit) => ((top >>> bit) & 1 ? acc ^ generator : acc), shifted)
  }
  const fives = []
  let buffer = 0, held = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte; held += 8
    while (held >= 5) { held -= 5; fives.push((buffer >>> held) & 31); buffer &= (1 << held) - 1 }
  }
  if (held > 0) fives.push((buffer << (5 - held)) & 31)
  const codes = [...prefix].map((letter) => letter.charCodeAt(0))
  const all = [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31), ...fives]
  const sum = [...all, 0, 0, 0, 0, 0, 0].reduce(step, 1) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31)
  return `${prefix}1${[...fives, ...check].map((five) => letters[five]).join('')}`
}

function x25519Public(secret) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret])
  const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  return Buffer.from(key.export({ format: 'jwk' }).x, 'base64url')
}

const checkWord = (phrase) => words[sha256('bellbuoy check v1\n', phrase).readUInt16BE(0) >>> 5]

function phraseOf(entropy) {
  let bits = BigInt(`0x${entropy.toString('hex')}`)
  const drawn = []
  for (let count = 0; count < 8; count += 1) { drawn.unshift(words[Number(bits & 0x7ffn)]); bits >>= 11n }
  return drawn.join(' ')
}

function uuidOf(bytes) {
  const id = Buffer.from(bytes)
  id[6] = (id[6] & 0x0f) | 0x40
  id[8] = (id[8] & 0x3f) | 0x80
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const signingSeed = sha256('bellbuoy vector signing key')
const signingKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), signingSeed]), format: 'der', type: 'pkcs8',
})
const jwk = createPublicKey(signingKey).export({ format: 'jwk' })
const kid = 'vector-key'
const signed = (text) => sign(null, Buffer.from(text), signingKey).toString('base64url')

function derived(entropyHex, report, month) {
  const entropy = Buffer.from(entropyHex, 'hex')
  const phrase = phraseOf(entropy)
  const master = pbkdf2Sync(phrase, 'bellbuoy receipt v1', 600000, 32, 'sha256')
  const key = (info, length) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), info, length))
  const locator = key('bellbuoy locator v1', 32)
  const mailbox = key('bellbuoy mailbox v1', 32)
  const salt = key('bellbuoy proof v1', 16)
  const commitment = sha256(report, salt).toString('hex')
  const text = `bellbuoy filing proof v1\n${commitment}\n${month}\n`
  return {
    entropy_hex: entropyHex,
    phrase,
    check_word: checkWord(phrase),
    master_hex: master.toString('hex'),
    locator_hex: locator.toString('hex'),
    locator_hash_hex: sha256(locator).toString('hex'),
    envelope_id: uuidOf(key('bellbuoy envelope v1', 16)),
    mailbox_secret_hex: mailbox.toString('hex'),
    mailbox_identity: bech32('age-secret-key-', mailbox).toUpperCase(),
    mailbox_recipient: bech32('age', x25519Public(mailbox)),
    proof_salt_hex: salt.toString('hex'),
    report_json: report,
    commitment_hex: commitment,
    month,
    proof_text: text,
    filing_proof: { format: 'bellbuoy-filing-proof-v1', commitment, month, kid, signature: signed(text) },
  }
}

const cases = [
  derived('0000000000000000000000', '{"v":1}', '2026-11'),
  derived('ffffffffffffffffffffff', '{"v":1,"words":"Größe 船"}', '2027-01'),
  derived('0123456789abcdef012345', '{"v":1,"answers":{"what":"screen_locked"}}', '2026-12'),
]
const third = cases[2]
const nine = `${third.phrase} ${third.check_word}`
const drawn = third.phrase.split(' ')
const ok = (text) => ({ text, phrase: third.phrase })
const no = (text, fault) => ({ text, phrase: null, fault })
const parse = [
  ok(nine),
  ok(nine.toUpperCase()),
  ok(`  ${nine.split(' ').join('   ')}\n`),
  ok(nine.split(' ').join('-')),
  ok(nine.split(' ').map((word, index) => `${index + 1}. ${word}`).join(', ')),
  ok(nine.split(' ').map((word) => word.slice(0, 4)).join(' ')),
  no('', 'count'),
  no(third.phrase, 'count'),
  no(`${nine} ${drawn[0]}`, 'count'),
  no(nine.replace(drawn[2], 'xyzzy'), 'unknown_word'),
  no([drawn[1], drawn[0], ...drawn.slice(2), third.check_word].join(' '), 'check_word'),
  no(`${third.phrase} ${third.check_word === 'zoo' ? 'zone' : 'zoo'}`, 'check_word'),
]
const gives = (text, found) => ({ phrase: third.phrase, text, found })
const occurs_in = [
  gives('The screen went dark at 04:00 and the mate called the office.', false),
  gives(`my words are ${nine}`, true),
  gives(`note: ${drawn[3]}, ${drawn[4].toUpperCase()} - ${drawn[5]}.`, true),
  gives(`we saw ${drawn[3]} and ${drawn[4]} and ${drawn[5]}`, false),
  gives(drawn.slice(0, 6).reverse().join(' and '), false),
  gives(drawn.slice(0, 7).reverse().join(' and '), true),
]
const epochs = [
  { id: '2026-11', recipient: cases[0].mailbox_recipient },
  { id: '2026-10', recipient: cases[1].mailbox_recipient },
]
const recovery = third.mailbox_recipient
const epochsText = `bellbuoy epochs v1\nrecovery ${recovery}\n${epochs.map((e) => `${e.id} ${e.recipient}\n`).join('')}`

write('receipt', {
  about: 'From a receipt to all that is derived from it; texts that are a receipt; texts that give one away; what is signed.',
  signing_key: { seed_hex: signingSeed.toString('hex'), jwk: { ...jwk, kid, use: 'sig', bellbuoy_purpose: 'filing_proof' } },
  cases,
  parse,
  occurs_in,
  epochs: { recovery, epochs, text: epochsText, kid, signature: signed(epochsText) },
})

function work(hour, id, blob, bits) {
  const seed = sha256('bellbuoy work v1\n', u64(hour), Buffer.from(id.replaceAll('-', ''), 'hex'), sha256(blob))
  const zeros = (nonce) => {
    const hash = sha256(seed, u64(nonce)).toString('hex')
    const lead = hash.match(/^0*/)[0].length
    return lead * 4 + (lead < 64 ? Math.clz32(parseInt(hash[lead], 16)) - 28 : 0)
  }
  let nonce = 0
  while (zeros(nonce) < bits) nonce += 1
  return { hour, id, blob_hex: blob.toString('hex'), seed_hex: seed.toString('hex'), bits, header: `${hour}:${nonce}`, found_bits: zeros(nonce) }
}
write('work', {
  about: 'Proof of work: the first nonce from 0 upwards that reaches the bits.',
  cases: [
    work(498780, '00000000-0000-4000-8000-000000000000', Buffer.alloc(0), 1),
    work(498781, cases[0].envelope_id, Buffer.from('sealed'), 12),
    work(498782, third.envelope_id, Buffer.alloc(4394, 7), 16),
  ],
})

const buckets = { '4k': 4096, '16k': 16384, '256k': 262144, '1m': 1048576, '4m': 4194304, '16m': 16777216 }
function padded(text, name) {
  const body = Buffer.from(text)
  const plain = Buffer.alloc(buckets[name])
  plain.writeUInt32BE(body.length, 0)
  body.copy(plain, 4)
  return plain
}
const pads = (repeat, piece, bucket) => {
  const text = piece.repeat(repeat)
  return { piece, repeat, text_bytes: Buffer.byteLength(text), bucket, sha256_hex: sha256(padded(text, bucket)).toString('hex') }
}
const header = (recipients) => 22 + 98 * recipients + 48
write('padding', {
  about: 'A text is the piece repeated; the hash is over the whole padded plaintext. Sizes are of the sealed file.',
  buckets,
  cases: [
    pads(0, '', '4k'), pads(1, '{"v":1}', '4k'), pads(4092, 'a', '4k'), pads(4093, 'a', '16k'), pads(16380, 'a', '16k'),
    pads(16381, 'a', '256k'), pads(2046, 'é', '4k'), pads(262141, 'a', '1m'),
  ],
  refused: [
    { why: 'size', sha256_of: 'empty', plain_hex: '' },
    { why: 'length', fill_bytes: 4096, prefix_hex: '00000ffd' },
    { why: 'not_zero', fill_bytes: 4096, prefix_hex: '0000000161', last_byte_hex: '01' },
  ],
  sealed_sizes: [2, 3].flatMap((recipients) => Object.entries(buckets).map(([bucket, plain]) => ({
    recipients, bucket, sealed_bytes: header(recipients) + 16 + plain + 16 * Math.ceil(plain / 65536),
  }))),
})

const folder = process.argv[2]
if (folder) {
  const { Decrypter, Encrypter } = await import(createRequire(join(resolve(folder), 'x.js')).resolve('age-encryption'))
  const identities = cases.map((one) => one.mailbox_identity)
  const recipients = cases.map((one) => one.mailbox_recipient)
  const seal = async (to, plain) => {
    const encrypter = new Encrypter()
    to.forEach((recipient) => encrypter.addRecipient(recipient))
    return Buffer.from(await encrypter.encrypt(plain))
  }
  const report = await seal(recipients.slice(0, 2), padded(third.report_json, '4k'))
  const message = await seal(recipients, padded('{"v":1}', '4k'))
  const decrypter = new Decrypter()
  decrypter.addIdentity(identities[0])
  if (!Buffer.from(await decrypter.decrypt(report)).equals(padded(third.report_json, '4k'))) throw new Error('does not open')
  const flipped = Buffer.from(report)
  flipped[22 + 10 + 42] = 'B'.charCodeAt(0)
  const lines = report.subarray(0, 22 + 196).toString('latin1')
  const greased = Buffer.concat([Buffer.from(`${lines}-> x-grease\nAAAA\n`, 'latin1'), report.subarray(22 + 196)])
  write('sealed', {
    about: 'Sealed by the age-encryption package. Each identity whose recipient is listed opens the blob.',
    identities, recipients,
    opens: [
      { recipients: 2, bucket: '4k', json: third.report_json, blob_base64: report.toString('base64') },
      { recipients: 3, bucket: '4k', json: '{"v":1}', blob_base64: message.toString('base64') },
    ],
    refused: [
      { why: 'one byte short', recipients: 2, blob_base64: report.subarray(0, -1).toString('base64') },
      { why: 'another number of recipients', recipients: 2, blob_base64: message.toString('base64') },
      { why: 'a stanza of another kind', recipients: 2, blob_base64: greased.toString('base64') },
      { why: 'base64 that is not canonical', recipients: 2, blob_base64: flipped.toString('base64') },
    ],
  })
}
