/// The strongly connected components of a graph: the nodes that lead to one another (Tarjan 1972).
struct StronglyConnectedComponents {
  /// The component of each node.
  private var component: [Int]

  /// - Parameter edges: For each node those that it leads to; a node is an index into it.
  init(_ edges: [[Int]]) {
    component = [Int](repeating: -1, count: edges.count)
    var index = component
    var low = component
    var count = 0
    var stack: [Int] = []
    var calls: [(node: Int, next: Int)] = []

    func visit(_ node: Int) {
      (index[node], low[node]) = (count, count)
      count += 1
      stack.append(node)
      calls.append((node, 0))
    }
    // With a stack of its own: a ring of thousands of types must not be a thousand calls deep.
    for root in edges.indices where index[root] == -1 {
      visit(root)
      while let (node, next) = calls.last {
        if next < edges[node].count {
          calls[calls.count - 1].next += 1
          let other = edges[node][next]
          if index[other] == -1 {
            visit(other)
          } else if component[other] == -1 {
            low[node] = min(low[node], index[other])
          }
          continue
        }
        calls.removeLast()
        if let caller = calls.last?.node { low[caller] = min(low[caller], low[node]) }
        guard low[node] == index[node] else { continue }
        while let member = stack.popLast() {
          component[member] = index[node]
          if member == node { break }
        }
      }
    }
  }

  /// Whether an edge between two nodes closes a ring.
  func areInOneCycle(_ from: Int, _ to: Int) -> Bool {
    component[from] == component[to]
  }
}
