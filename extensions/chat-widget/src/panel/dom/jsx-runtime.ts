/**
 * What JSX becomes in this panel: plain descriptions of elements. A component is a function that is called on the spot,
 * so there are no instances, hooks or lifecycles to keep in mind; everything a view shows comes in through its props.
 * A general view library would take a third of the panel's budget.
 */
export type Child = Element_ | string | number | boolean | null | undefined | Child[];

export type Element_ = { tag: string; key: string | undefined; props: Props; children: Child };

export type Props = Record<string, unknown>;

type Component = (props: Props & { children?: Child }) => Child;

export function jsx(
  type: string | Component,
  { children, ...props }: Props & { children?: Child },
  key?: string,
): Child {
  return typeof type === "string" ? { tag: type, key, props, children } : type({ ...props, children });
}

export { jsx as jsxs };

export function Fragment({ children }: { children?: Child }): Child {
  return children;
}

type Handler<Target, Event_> = (event: Event_ & { currentTarget: Target }) => void;

type Attributes<Target> = {
  [aria: `aria-${string}`]: string | undefined;
  children?: Child;
  key?: string | undefined;
  class?: string;
  id?: string;
  role?: string;
  dir?: "auto" | "ltr" | "rtl";
  tabindex?: number | undefined;
  title?: string;
  disabled?: boolean;
  hidden?: boolean;
  onClick?: Handler<Target, MouseEvent>;
  onInput?: Handler<Target, Event>;
  onChange?: Handler<Target, Event>;
  onPointerEnter?: Handler<Target, PointerEvent>;
  onFocus?: Handler<Target, FocusEvent>;
  onKeyDown?: Handler<Target, KeyboardEvent>;
  onScroll?: Handler<Target, Event>;
  onSubmit?: Handler<Target, SubmitEvent>;
};

type Field<Target> = Attributes<Target> & {
  name?: string;
  placeholder?: string;
  maxlength?: number;
  required?: boolean;
  autocomplete?: string;
  value?: string;
};

// The name and shape are what TypeScript looks for to check JSX; it holds types only.
// eslint-disable-next-line @typescript-eslint/no-namespace
export declare namespace JSX {
  type Element = Child;
  interface ElementChildrenAttribute {
    children: Child;
  }
  interface IntrinsicAttributes {
    key?: string;
  }
  type IntrinsicElements = {
    [Tag in keyof HTMLElementTagNameMap]: Attributes<HTMLElementTagNameMap[Tag]>;
  } & {
    a: { href?: string; target?: string; rel?: string };
    button: { type?: "button" | "submit" };
    img: { src: string; alt: string; width?: number; height?: number; loading?: "lazy"; referrerpolicy?: string };
    input: Field<HTMLInputElement> & { type?: string; accept?: string; multiple?: boolean };
    textarea: Field<HTMLTextAreaElement> & { rows?: number; enterkeyhint?: string };
    ol: { start?: number };
    time: { datetime?: string | undefined };
    svg: { viewBox: string; "aria-hidden": "true"; children: Child };
    path: { d: string; pathLength?: number; "stroke-dasharray"?: string };
  };
}
