import React, { useState } from 'react';
import { Button } from './button';

type Props = { title: string; onDone?: () => void };

export default class View extends React.Component<Props> {
  render() {
    return <Button {...this.props} label={format(this.props.title)} />;
  }
}

export const Panel: React.FC<Props> = ({ title, onDone }) => {
  const [open, setOpen] = useState<boolean>(false);
  return (
    <ui.Box>
      <div onClick={() => setOpen(!open)}>{title}</div>
      {open && <Button label="x" onClick={onDone}></Button>}
    </ui.Box>
  );
};
