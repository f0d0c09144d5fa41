'use strict';
// Sorts and filters tables. Everything it needs is in the page, and the page is whole without it.
(function () {
  function text(cell) {
    return cell ? cell.textContent.trim() : '';
  }

  // A number's full digits stand in its title; counts are read from their text.
  function number(cell) {
    if (!cell) { return NaN; }
    var full = parseFloat(cell.title);
    if (!isNaN(full)) { return full; }
    var first = cell.firstChild ? cell.firstChild.textContent : '';
    var bare = first.replace(/[\u202f\u2009\s]/g, '').replace('\u2212', '-').replace(/^[+\u003c▲▼△▽]/, '');
    // A date begins like a number, but is none.
    return /^-?[0-9.]+%?$/.test(bare) ? parseFloat(bare) : NaN;
  }

  function compare(column, down) {
    return function (a, b) {
      var left = a.cells[column];
      var right = b.cells[column];
      var x = number(left);
      var y = number(right);
      // What has no number comes last, whichever way.
      if (isNaN(x) !== isNaN(y)) { return isNaN(x) ? 1 : -1; }
      var order = isNaN(x) ? text(left).localeCompare(text(right)) : x - y;
      return down ? -order : order;
    };
  }

  function sortable(table) {
    var body = table.tBodies[0];
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      if (head.classList.contains('unsorted')) { return; }
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = '\u21c5';
      button.setAttribute('aria-label', 'Sort by ' + text(head));
      button.addEventListener('click', function () {
        var down = head.getAttribute('aria-sort') === 'ascending';
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        Array.prototype.slice.call(body.rows).sort(compare(column, down)).forEach(function (row) {
          body.appendChild(row);
        });
      });
      head.appendChild(button);
    });
  }

  function filterable(table, number) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    if (10 > rows.length) { return; }
    var tools = document.createElement('div');
    var label = document.createElement('label');
    var input = document.createElement('input');
    var status = document.createElement('span');
    tools.className = 'tools';
    input.type = 'search';
    input.id = 'filter' + number;
    label.htmlFor = input.id;
    label.textContent = 'Filter';
    status.setAttribute('role', 'status');
    input.addEventListener('input', function () {
      var wanted = input.value.toLowerCase();
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = row.textContent.toLowerCase().indexOf(wanted) === -1;
        shown += row.hidden ? 0 : 1;
      });
      status.textContent = wanted === '' ? '' : shown + ' of ' + rows.length + ' rows';
    });
    tools.appendChild(label);
    tools.appendChild(input);
    tools.appendChild(status);
    var box = table.closest('.scroll') || table;
    box.parentNode.insertBefore(tools, box);
  }

  // On a narrow page the latest windows are what to see first.
  Array.prototype.slice.call(document.querySelectorAll('table.heat')).forEach(function (table) {
    table.parentNode.scrollLeft = table.parentNode.scrollWidth;
  });

  Array.prototype.slice.call(document.querySelectorAll('table.sortable')).forEach(function (table, i) {
    sortable(table);
    filterable(table, i);
  });
})();
