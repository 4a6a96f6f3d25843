namespace PaymentCrypto.Mutation;

/// <summary>The table of rooms, and what lives.</summary>
internal sealed class Summary(IReadOnlyList<Mutant> mutants, Verdicts verdicts)
{
    public void Write(TextWriter output)
    {
        foreach (Mutant mutant in mutants.Where(Lives))
        {
            output.WriteLine($"{mutant.Id} {mutant.File}:{mutant.Line} {verdicts[mutant.Id]}: {mutant.Before}  =>  {mutant.After}");
        }

        output.WriteLine("| room | mutants | killed | living | of these reached by no test | % |\n|---|---|---|---|---|---|");
        foreach (IGrouping<string, Mutant> room in mutants.GroupBy(mutant => mutant.Room))
        {
            WriteRow(output, room.Key, [.. room]);
        }

        WriteRow(output, "**together**", mutants);
    }

    private void WriteRow(TextWriter output, string name, IReadOnlyList<Mutant> some)
    {
        int living = some.Count(Lives);
        int unreached = some.Count(mutant => verdicts[mutant.Id] == Verdict.NotReached);
        output.WriteLine(FormattableString.Invariant(
            $"| {name} | {some.Count:N0} | {some.Count - living:N0} | {living} | {unreached} | {100.0 * (some.Count - living) / Math.Max(1, some.Count):F1} |"));
    }

    private bool Lives(Mutant mutant) => verdicts[mutant.Id] != Verdict.Killed;
}
