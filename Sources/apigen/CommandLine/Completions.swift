/// Scripts that make shells complete what stands after `apigen`.
enum Completions {
  static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private static let commands = Subcommand.allCases.map(\.rawValue).joined(separator: " ")
  private static let shells = Shell.allCases.map(\.rawValue).joined(separator: " ")

  private static let bash = """
    _apigen() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
      case $before in
        completions) COMPREPLY=($(compgen -W '\(shells)' -- "$word")); return ;;
        --output|-o) COMPREPLY=($(compgen -d -- "$word")); return ;;
      esac
      case $word in
        -*) COMPREPLY=($(compgen -W '\(options.map(\.name.rawValue).joined(separator: " "))' -- "$word")) ;;
        *)
          COMPREPLY=($(compgen -f -- "$word"))
          ((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W '\(commands)' -- "$word"))
          ;;
      esac
    }
    complete -o filenames -F _apigen apigen
    """

  private static var zsh: String {
    let options = options.map { option in
      let name = option.name.rawValue
      let names = option.short.map { "{\(name),\($0)}" } ?? name
      let text = option.help.replacing("'", with: "").replacing(":", with: "\\:")
      let value = option.value.map { $0 == "folder" ? ":folder:_files -/" : ":\($0): " } ?? ""
      return "    \(names)'[\(text)]\(value)' \\"
    }
    return """
      #compdef apigen
      _apigen() {
        if [[ $words[2] == completions ]]; then
          _values shell \(shells)
          return
        fi
        (( CURRENT == 2 )) && compadd -- \(commands)
        _arguments -s \\
      \(options.joined(separator: "\n"))
          '*:description:_files'
      }
      _apigen "$@"
      """
  }

  private static var fish: String {
    let none = "not __fish_seen_subcommand_from \(commands)"
    let names = Subcommand.allCases.map {
      "complete -c apigen -n '\(none)' -a \($0.rawValue) -d '\($0.summary)'"
    }
    let options = options.map { option in
      let short = option.short.map { " -s \($0.dropFirst())" } ?? ""
      let value = option.value.map {
        $0 == "folder" ? " -x -a '(__fish_complete_directories)'" : " -x"
      }
      let text = option.help.replacing("'", with: "\\'")
      let name = option.name.rawValue.dropFirst(2)
      return "complete -c apigen -l \(name)\(short)\(value ?? "") -d '\(text)'"
    }
    let shells =
      "complete -c apigen -f -n '__fish_seen_subcommand_from completions' -a '\(shells)'"
    return (names + options + [shells]).joined(separator: "\n")
  }

  private static var options: [Option] { Subcommand.generate.options + [.version] }
}
