// Writes ports.csv and countries.csv from two npm packages:
//   npm install sea-ports@0.0.9 i18n-iso-countries@7.14.0
//   node data/make-ports.mjs <folder with node_modules>
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const from = createRequire(join(resolve(process.argv[2] ?? '.'), 'x.js'))
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const field = (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const write = (name, lines) => writeFileSync(here(name), lines.map((line) => line.map(field).join(',') + '\n').join(''))

// Not in ISO 3166-1: a user-assigned code.
const notAssigned = new Set(['XK'])
const iso = from('i18n-iso-countries')
iso.registerLocale(from('i18n-iso-countries/langs/en.json'))
const countries = new Map(Object.entries(iso.getNames('en', { select: 'official' })).filter(([code]) => !notAssigned.has(code)))
write('countries.csv', [['code', 'name'], ...[...countries].sort(([a], [b]) => (a < b ? -1 : 1))])

// The package has these with latitude and longitude exchanged.
const exchanged = new Set(['ARDDC', 'CLJRL', 'CLPGO', 'CLPPD', 'DZAAE', 'ISESK', 'REPDG', 'VEGUB'])
// It has the middle of France for these.
const misplaced = new Set(['FRHGT', 'FRHON', 'FRJAV', 'FRMDH', 'FROR6'])
// Ports that lie in none of our sea boxes; all other places outside them are inland customs points.
const elsewhere = new Set(['AZBAK', 'CLIPC'])

const boxes = readFileSync(here('sea_regions.csv'), 'utf8').trim().split('\n').slice(1)
  .map((line) => line.split(',').slice(1).map(Number))
const atSea = ([longitude, latitude]) => boxes.some(([south, west, north, east]) =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east)
const position = (code, [x, y]) => (exchanged.has(code) ? [y, x] : [x, y])

const form = /^[A-Z]{2}[A-Z2-9]{3}$/
const decimal = (number) => String(Math.round(number * 1000) / 1000)
const ports = Object.entries(from('sea-ports/lib/ports.json'))
  .filter(([code]) => form.test(code) && countries.has(code.slice(0, 2)) && !misplaced.has(code))
  .filter(([, port]) => Array.isArray(port.coordinates) && port.coordinates.length === 2)
  .map(([code, port]) => [code, port.name.trim(), position(code, port.coordinates)])
  .filter(([code, , at]) => atSea(at) || elsewhere.has(code))
  .map(([code, name, [longitude, latitude]]) => [code, name, code.slice(0, 2), decimal(latitude), decimal(longitude)])
  .sort(([a], [b]) => (a < b ? -1 : 1))
write('ports.csv', [['unlocode', 'name', 'country', 'latitude', 'longitude'], ...ports])
