/** Rooms from the top of the house to its ground: each may lean on the ones after it. Arrows point one way. */
const rooms = [
  "jobs",
  "playground",
  "setup",
  "inbox",
  "channels",
  "agent",
  "conversations",
  "knowledge",
  "resolutions",
  "policy",
  "orders",
  "identity",
  "staff",
  "shopify",
  "platform",
];

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Modules that need each other are one module, or need a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "app-knows-no-devstore",
      comment: "The app does not know that there is a devstore.",
      severity: "error",
      from: { path: "^(app|server\\.ts)", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(devstore|tests)/" },
    },
    {
      name: "pure-cores",
      comment:
        "The cores of orders/ and policy/ import no I/O: no server module, no Node, no package but zod's validation.",
      severity: "error",
      from: { path: "^app/(orders|policy)/", pathNot: "\\.(server|test)\\.ts$" },
      to: {
        path: "^node_modules/|^node:|\\.server\\.[a-z]+$",
        pathNot: "^node_modules/zod/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "staff-reads-behind-the-admin",
      comment: "No shopper's scope bounds what staff read: only pages of the admin may ask for it.",
      severity: "error",
      from: { pathNot: "^app/routes/app\\.|^tests/" },
      to: { path: "^app/orders/read-order-for-staff\\.server\\.ts$" },
    },
    {
      name: "dry-runs-write-nothing",
      comment: "What changes an order, the ledger or a conversation is out of reach of the playground, and of drafts.",
      severity: "error",
      from: { path: "^app/(playground|agent/dry)/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^app/(resolutions/(ledger|execute|executions|steps)|conversations/(log|escalate|post-message|resolutions|tell-resolution))\\.server\\.ts$",
      },
    },
    {
      name: "people-behind-their-rights",
      comment: "What changes something in the admin asks what its person may do, by one function for all.",
      severity: "error",
      from: { path: "^app/routes/", pathNot: "^app/routes/auth\\." },
      to: { path: "^app/shopify/authenticate-admin\\.server\\.ts$" },
    },
    {
      name: "routes-are-the-top",
      comment: "No room knows the routes.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/(routes|routes\\.ts|root|entry)" },
      to: { path: "^app/routes/" },
    },
    ...rooms.slice(1).map((room, index) => ({
      name: `below-${room}`,
      comment: `${room}/ does not lean on the rooms above it.`,
      severity: "error",
      from: { path: `^app/${room}/`, pathNot: "\\.test\\.tsx?$" },
      to: { path: `^app/(${rooms.slice(0, index + 1).join("|")})/`, dependencyTypesNot: ["type-only"] },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "generated/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
