//! The edges of a graph without which it has no cycles.
//!
//! In: for each node the nodes it leads to, in order. Out: the edges that close a cycle when each strongly connected part
//! is walked from its first node. Walks keep their own stack, so that no graph is too deep.

/// The closing edges, as pairs of nodes.
pub(super) fn closing_edges(graph: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let parts = parts(graph);
    let mut seen = vec![false; graph.len()];
    let mut open = vec![false; graph.len()];
    let mut found = Vec::new();
    for start in 0..graph.len() {
        if !seen[start] {
            walk(graph, &parts, start, (&mut seen, &mut open), &mut found);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Walks one part depth first, and notes the edges back to what is still open.
fn walk(
    graph: &[Vec<usize>],
    parts: &[usize],
    start: usize,
    (seen, open): (&mut [bool], &mut [bool]),
    found: &mut Vec<(usize, usize)>,
) {
    let mut path = vec![(start, 0)];
    (seen[start], open[start]) = (true, true);
    while let Some((node, edge)) = path.last_mut() {
        let node = *node;
        let Some(&next) = graph[node].get(*edge) else {
            open[node] = false;
            path.pop();
            continue;
        };
        *edge += 1;
        if parts[next] != parts[node] {
            continue;
        }
        if open[next] {
            found.push((node, next));
        } else if !seen[next] {
            (seen[next], open[next]) = (true, true);
            path.push((next, 0));
        }
    }
}

/// The strongly connected part of each node (Kosaraju), by the index of one of its nodes.
fn parts(graph: &[Vec<usize>]) -> Vec<usize> {
    let mut back = vec![Vec::new(); graph.len()];
    for (node, nexts) in graph.iter().enumerate() {
        for &next in nexts {
            back[next].push(node);
        }
    }
    let mut part = vec![usize::MAX; graph.len()];
    for root in finished(graph).into_iter().rev() {
        let mut left = vec![root];
        while let Some(node) = left.pop() {
            if part[node] == usize::MAX {
                part[node] = root;
                left.extend(&back[node]);
            }
        }
    }
    part
}

/// The nodes in the order in which a depth-first walk leaves them.
fn finished(graph: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; graph.len()];
    let mut order = Vec::with_capacity(graph.len());
    for start in 0..graph.len() {
        let mut path = if std::mem::replace(&mut seen[start], true) {
            Vec::new()
        } else {
            vec![(start, 0)]
        };
        while let Some((node, edge)) = path.last_mut() {
            match graph[*node].get(*edge) {
                Some(&next) => {
                    *edge += 1;
                    if !std::mem::replace(&mut seen[next], true) {
                        path.push((next, 0));
                    }
                }
                None => {
                    order.push(*node);
                    path.pop();
                }
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::closing_edges;

    #[test]
    fn each_cycle_is_closed_once_from_its_first_node() {
        assert_eq!(closing_edges(&[vec![1], vec![0]]), [(1, 0)]);
        assert_eq!(closing_edges(&[vec![0]]), [(0, 0)]);
        assert_eq!(closing_edges(&[vec![1, 2], vec![2], vec![]]), []);
        assert_eq!(closing_edges(&[vec![2], vec![2], vec![1]]), [(2, 1)]);
    }

    #[test]
    fn deep_graphs_are_walked() {
        let graph: Vec<Vec<usize>> = (1..100_000)
            .map(|next| vec![next])
            .chain([vec![0]])
            .collect();
        assert_eq!(closing_edges(&graph), [(99_999, 0)]);
    }
}
