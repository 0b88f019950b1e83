/// The strongly connected components of a graph: the nodes that lead to one another (Tarjan 1972).
struct Components<Node: Hashable> {
  private var component: [Node: Int] = [:]

  init(of nodes: [Node], edges: (Node) -> [Node]) {
    var index: [Node: Int] = [:]
    var low: [Node: Int] = [:]
    var stack: [Node] = []
    var onStack: Set<Node> = []

    // With a stack of its own: a ring of thousands of types must not be a thousand calls deep.
    for root in nodes where index[root] == nil {
      var calls = [(node: root, edges: edges(root)[...])]
      (index[root], low[root]) = (index.count, index.count)
      stack.append(root)
      onStack.insert(root)
      while let (node, rest) = calls.last {
        if let next = rest.first {
          calls[calls.count - 1].edges = rest.dropFirst()
          if index[next] == nil {
            (index[next], low[next]) = (index.count, index.count)
            stack.append(next)
            onStack.insert(next)
            calls.append((next, edges(next)[...]))
          } else if onStack.contains(next) {
            low[node] = min(low[node] ?? 0, index[next] ?? 0)
          }
          continue
        }
        calls.removeLast()
        if let caller = calls.last?.node { low[caller] = min(low[caller] ?? 0, low[node] ?? 0) }
        guard low[node] == index[node] else { continue }
        while let member = stack.popLast() {
          onStack.remove(member)
          component[member] = index[node]
          if member == node { break }
        }
      }
    }
  }

  /// Whether an edge between two nodes closes a ring.
  func areInOneCycle(_ from: Node, _ to: Node) -> Bool {
    from == to || component[from] != nil && component[from] == component[to]
  }
}
