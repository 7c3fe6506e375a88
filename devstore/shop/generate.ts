import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseStoreFile } from "../store/load.ts";
import { DEFAULT_ORDERS, DEFAULT_SEED, exampleShop, toText } from "./example-shop.ts";

/**
 * Writes the example shop's store file: `node devstore/shop/generate.ts [--seed N] [--orders N] [--out FILE]`.
 * The same seed and number of orders give the same bytes.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(DEFAULT_SEED) },
    orders: { type: "string", default: String(DEFAULT_ORDERS) },
    out: { type: "string", default: fileURLToPath(new URL("./example-shop.json", import.meta.url)) },
  },
});

const store = exampleShop({ seed: wholeNumber("seed", values.seed), orders: wholeNumber("orders", values.orders) });
const text = toText(store);
parseStoreFile(JSON.parse(text), values.out);
writeFileSync(values.out, text);
process.stdout.write(
  `${values.out}: ${store.orders?.length ?? 0} orders, ${store.customers?.length ?? 0} customers, ${store.products?.length ?? 0} products, ${text.length} characters\n`,
);

function wholeNumber(name: string, value: string): number {
  if (!/^\d+$/.test(value)) {
    process.stderr.write(`--${name} wants a whole number, not "${value}"\n`);
    process.exit(2);
  }
  return Number(value);
}
