@main
struct Shop {
  static func main() {
    print(Petstore().sell(id: 7))
  }
}
