import { addEvent, type AddEventResult, type NewEvent } from "./add-event.ts";
import { Book } from "./book.ts";
import { changesBetween, type Change, orderUpdated, type Topic } from "./changes.ts";
import { parseDuration, StoreClock, toInstant } from "./clock.ts";
import type { DraftOrderRecord } from "./draft-order.ts";
import type { EditSession } from "./edit-session.ts";
import type { Ref } from "./fields.ts";
import { parseGid } from "./ids.ts";
import { Jobs } from "./jobs.ts";
import { parseStoreFile, readStoreFile, shiftInstants, StoreFileError } from "./load.ts";
import type { CustomerRecord, LocationRecord, OrderRecord, ProductRecord, VariantRecord } from "./records.ts";
import { type Catalog, resolveCatalog } from "./resolve-catalog.ts";
import { resolveOrder } from "./resolve-order.ts";
import { orderSchema } from "./order-schema.ts";
import type { OrderInput, StoreFile } from "./schema.ts";

export type StoreOptions = {
  /**
   * `shifted` (the default): every time in the file moves so that its `now` is this moment, and the clock ticks.
   * `store`: the file's own times; the clock starts at its `now` and ticks. `frozen`: the same, and it stands still.
   */
  time?: "shifted" | "store" | "frozen";
  /** This machine's time, for tests. */
  realNow?: () => number;
};

type Listener = (change: Change) => void;

/** One shop in memory, with its clock. Reads go through its records and `derive.ts`; writes through its methods. */
export class Store {
  readonly clock: StoreClock;
  readonly shop: StoreFile["shop"];
  readonly policies: StoreFile["policies"];
  readonly pages: StoreFile["pages"];
  readonly returnReasons: StoreFile["returnReasons"];
  readonly installedApp: StoreFile["installedApp"];
  /** What moved since the shop was loaded. */
  readonly book = new Book();
  /** What Shopify does after it answered. */
  readonly jobs = new Jobs();
  /** Edits of orders that were begun, by number. */
  readonly editSessions = new Map<string, EditSession>();
  /** In the order of the file. */
  readonly orders: OrderRecord[];
  /** Made by the Admin API; a store file has none. */
  readonly drafts: DraftOrderRecord[] = [];
  readonly #catalog: Catalog;
  readonly #orders = new Map<string, OrderRecord>();
  readonly #orderNames = new Map<string, OrderRecord>();
  readonly #customerOrders = new Map<string, OrderRecord[]>();
  readonly #customers = new Map<string, CustomerRecord>();
  readonly #products = new Map<string, ProductRecord>();
  readonly #variants = new Map<string, VariantRecord>();
  readonly #locations = new Map<string, LocationRecord>();
  readonly #listeners = new Set<Listener>();
  #told: string;

  private constructor(file: StoreFile, clock: StoreClock) {
    this.clock = clock;
    this.shop = file.shop;
    this.policies = file.policies;
    this.pages = file.pages;
    this.returnReasons = file.returnReasons;
    this.installedApp = file.installedApp;
    this.#catalog = resolveCatalog(file);
    this.orders = [];
    index(this.#customers, this.customers);
    index(this.#products, this.products);
    index(this.#locations, this.locations);
    index(
      this.#variants,
      this.products.flatMap((product) => product.variants),
    );
    for (const order of file.orders) this.#insert(resolveOrder(order, this.#catalog, this.shop));
    this.#told = this.nowInstant();
  }

  /** Makes a store of a parsed JSON value. Throws StoreFileError with the place of every problem. */
  static load(input: unknown, options: StoreOptions = {}): Store {
    return Store.#from(parseStoreFile(input), options);
  }

  static async fromFile(path: string, options: StoreOptions = {}): Promise<Store> {
    return Store.#from(await readStoreFile(path), options);
  }

  static #from(file: StoreFile, { time = "shifted", realNow = Date.now }: StoreOptions): Store {
    const start = time === "shifted" ? realNow() : Date.parse(file.now);
    const shifted = shiftInstants(file, start - Date.parse(file.now));
    return new Store(shifted, new StoreClock(start, time !== "frozen", realNow));
  }

  get locations(): LocationRecord[] {
    return this.#catalog.locations;
  }
  get primaryLocation(): LocationRecord {
    return this.#catalog.primaryLocation;
  }
  get products(): ProductRecord[] {
    return this.#catalog.products;
  }
  get customers(): CustomerRecord[] {
    return this.#catalog.customers;
  }

  now(): Date {
    return new Date(this.clock.now());
  }

  /** The shop's time as every record writes it: UTC, whole seconds, comparable as text. */
  nowInstant(): string {
    return toInstant(this.clock.now());
  }

  /** Moves the clock by "2d", "36h", "1d12h" or milliseconds, and tells listeners what became visible. */
  advance(duration: string | number): Date {
    const ms = typeof duration === "number" ? duration : parseDuration(duration);
    return this.#moveTo(this.clock.now() + ms);
  }

  /** Moves the clock to an instant. Moving back hides what lies after it; nothing is told twice. */
  set(iso: string): Date {
    const time = Date.parse(iso);
    if (Number.isNaN(time)) throw new RangeError(`"${iso}" is not a time`);
    return this.#moveTo(time);
  }

  #moveTo(time: number): Date {
    this.clock.moveTo(time);
    this.tellDue();
    return this.now();
  }

  /** Tells listeners what became visible since the last time; call it now and then while the clock ticks. */
  tellDue(): void {
    const now = this.nowInstant();
    if (now <= this.#told) return;
    const from = this.#told;
    this.#told = now;
    if (this.#listeners.size === 0) return;
    for (const change of changesBetween(this.orders, from, now)) this.#tell(change);
  }

  /** Calls back for everything that happens in the shop; returns how to stop it. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells listeners of something that is not in the records, such as an uninstall or a redaction request. */
  emit(topic: Topic, payload: Record<string, unknown>): void {
    this.#tell({ topic, at: this.nowInstant(), payload });
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** By the number in its GID, or the whole GID; not by name. Orders of the future are not found. */
  order(ref: Ref): OrderRecord | null {
    return this.#visible(this.#orders.get(numberOf("Order", ref)));
  }

  /** By name, with or without "#", in any case. */
  orderByName(name: string): OrderRecord | null {
    return this.#visible(this.#orderNames.get(plainName(name)));
  }

  customer(ref: Ref): CustomerRecord | null {
    return this.#customers.get(numberOf("Customer", ref)) ?? null;
  }
  customerByEmail(email: string): CustomerRecord | null {
    return this.customers.find((customer) => customer.email?.toLowerCase() === email.toLowerCase()) ?? null;
  }
  product(ref: Ref): ProductRecord | null {
    return this.#products.get(numberOf("Product", ref)) ?? this.products.find((item) => item.handle === ref) ?? null;
  }
  variant(ref: Ref): VariantRecord | null {
    return this.#variants.get(numberOf("ProductVariant", ref)) ?? null;
  }
  location(ref: Ref): LocationRecord | null {
    return this.#locations.get(numberOf("Location", ref)) ?? null;
  }

  /** Orders that exist at the clock's time, in the order of the file. */
  visibleOrders(): OrderRecord[] {
    const now = this.nowInstant();
    return this.orders.filter((order) => order.createdAt <= now);
  }

  ordersOf(customer: CustomerRecord): OrderRecord[] {
    const now = this.nowInstant();
    return (this.#customerOrders.get(customer.id) ?? []).filter((order) => order.createdAt <= now);
  }

  /** Adds an order written as in a store file; its times are the shop's own. Throws StoreFileError. */
  addOrder(input: OrderInput): OrderRecord {
    const order = this.previewOrder(input);
    this.#insert(order);
    this.tellDue();
    for (const change of changesBetween([order], "", this.nowInstant())) this.#tell(change);
    return order;
  }

  /** What `addOrder` would add, without adding it. Throws StoreFileError. */
  previewOrder(input: OrderInput): OrderRecord {
    const result = orderSchema.safeParse(input);
    if (!result.success)
      throw new StoreFileError(
        result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
      );
    return resolveOrder(shiftInstants(result.data, 0), this.#catalog, this.shop);
  }

  /** Writes to an order as of `now`, which becomes its `updatedAt`, and tells listeners what the write made happen. */
  change<Result>(order: OrderRecord, now: string, write: () => Result): Result {
    this.tellDue();
    const before = toInstant(Date.parse(now) - 1000);
    const known = new Set(changesBetween([order], before, now).map(nameOfChange));
    const result = write();
    order.updatedAt = now;
    for (const change of changesBetween([order], before, now)) {
      if (change.topic !== "orders/updated" && !known.has(nameOfChange(change))) this.#tell(change);
    }
    this.#tell(orderUpdated(order, now));
    return result;
  }

  /** A carrier's scan on a parcel of the named order, at once or (with a later `at`) when the clock gets there. */
  addFulfillmentEvent(orderName: string, input: NewEvent): AddEventResult {
    this.tellDue();
    const order = this.orderByName(orderName);
    const now = this.nowInstant();
    const result = addEvent(order, input, now);
    if (order && result.kind === "added" && result.event.recordedAt <= now)
      this.#tellSince(order, result.event.recordedAt);
    return result;
  }

  /** After a write made "now", which `tellDue` has already passed: tells what carries exactly that time or later. */
  #tellSince(order: OrderRecord, at: string): void {
    const before = toInstant(Date.parse(at) - 1000);
    for (const change of changesBetween([order], before, at)) this.#tell(change);
  }

  /** The theme editor's switch for the chat's app embed, and its settings. */
  setAppEmbed(enabled: boolean, settings?: StoreFile["shop"]["theme"]["chatBlock"]): void {
    this.shop.theme.appEmbedEnabled = enabled;
    if (settings !== undefined) this.shop.theme.chatBlock = settings;
  }

  #insert(order: OrderRecord): void {
    if (this.#orders.has(order.id)) throw new StoreFileError(`orders (${order.name}): this name or id is used twice`);
    this.orders.push(order);
    this.#orders.set(order.id, order);
    if (!this.#orderNames.has(plainName(order.name))) this.#orderNames.set(plainName(order.name), order);
    if (!order.customer) return;
    const list = this.#customerOrders.get(order.customer.id) ?? [];
    list.push(order);
    this.#customerOrders.set(order.customer.id, list);
  }

  #visible(order: OrderRecord | undefined): OrderRecord | null {
    return order && order.createdAt <= this.nowInstant() ? order : null;
  }
}

/** Finds by number and by the file's own id alike. */
function index<Item extends { id: string; key: string }>(map: Map<string, Item>, items: Item[]): void {
  for (const item of items) map.set(item.key, item);
  for (const item of items) map.set(item.id, item);
}

function nameOfChange({ topic, payload }: Change): string {
  return `${topic} ${JSON.stringify(payload["admin_graphql_api_id"] ?? payload)}`;
}

function numberOf(type: string, ref: Ref): string {
  const parsed = typeof ref === "string" ? parseGid(ref) : null;
  if (!parsed) return String(ref);
  return parsed.type === type ? parsed.number : "";
}

function plainName(name: string): string {
  return name.trim().replace(/^#/, "").toLowerCase();
}
