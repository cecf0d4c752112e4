/** What could not be read, why, and a way to ask again for everything that failed. */
import { useQueryClient } from '@tanstack/react-query';
import { failure } from '../text/reading.ts';
import { Button } from './button.tsx';
import styles from './failure.module.css';

export function Failure({ message }: { message: string }) {
  const client = useQueryClient();
  return (
    <div className={styles.failure} role="alert">
      <p>{message}</p>
      <Button
        onPress={() => client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })}
      >
        {failure.retry}
      </Button>
    </div>
  );
}
