/** How many classes, and by which method they are cut. */
import type { ClassMethod } from '../../../data/analysis/classes.ts';
import { Button } from '../../controls/button.tsx';
import { Choice } from '../../controls/choice.tsx';
import { useView } from '../../state/use-view.ts';
import { classMethods, maxClassCount, minClassCount } from '../../state/view.ts';
import { controls } from '../../text/map.ts';
import styles from './legend.module.css';

export function ClassSettings() {
  const { view, choose } = useView();
  return (
    <div className={styles.settings}>
      <Choice
        isCompact
        label={controls.classMethod}
        items={classMethods.map((id) => ({ id, label: controls.classMethods[id] }))}
        chosen={view.classMethod}
        onChoose={(id) => choose({ classMethod: id as ClassMethod })}
      />
      <fieldset className={styles.stepper} aria-label={controls.classCount}>
        <Button
          aria-label={controls.fewer}
          isDisabled={view.classCount <= minClassCount}
          onPress={() => choose({ classCount: view.classCount - 1 })}
        >
          −
        </Button>
        <output>{view.classCount}</output>
        <Button
          aria-label={controls.more}
          isDisabled={view.classCount >= maxClassCount}
          onPress={() => choose({ classCount: view.classCount + 1 })}
        >
          +
        </Button>
      </fieldset>
    </div>
  );
}
