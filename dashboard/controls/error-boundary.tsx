/** Keeps the shell on screen when what it shows fails, and says what to do. */
import { Component, type ReactNode } from 'react';
import { shell } from '../text/map.ts';
import { Button } from './button.tsx';

export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <div role="alert" style={{ padding: 'var(--space-5)', maxWidth: '60ch' }}>
        <p>{shell.failed}</p>
        <p style={{ color: 'var(--ink-muted)' }}>{this.state.error.message}</p>
        <Button onPress={() => window.location.reload()}>{shell.remedy}</Button>
      </div>
    );
  }
}
