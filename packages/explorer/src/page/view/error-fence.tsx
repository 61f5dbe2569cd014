import { Component, type ComponentChildren } from "preact";

/** Keeps a fault of one view from taking the page along: says what happened, and the other views go on working. */
export class ErrorFence extends Component<{ readonly children?: ComponentChildren }, { readonly fault?: Error }> {
  override state: { readonly fault?: Error } = {};

  override componentDidCatch(fault: unknown): void {
    this.setState({ fault: fault instanceof Error ? fault : new Error(String(fault)) });
  }

  override render(): ComponentChildren {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <div class="empty" role="alert">
        <h2>This view can’t be shown</h2>
        <p>{fault.message}</p>
        <button type="button" onClick={() => this.setState({ fault: undefined as never })}>
          Try again
        </button>
      </div>
    );
  }
}
