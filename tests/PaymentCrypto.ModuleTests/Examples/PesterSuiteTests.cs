using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Examples;

/// <summary>The Pester suite of examples, with as much of Pester as it needs: Pester itself wants more than this host has.</summary>
public sealed class PesterSuiteTests
{
    private const string Pester = """
        $tests = @{ Each = @(); Before = @() }
        function Describe([string] $Name, [scriptblock] $Body) { . $Body }
        function BeforeAll([scriptblock] $Body) { . $Body }
        function BeforeEach([scriptblock] $Body) { $script:tests.Before += $Body }
        function It([string] $Name, [scriptblock] $Body) { $script:tests.Each += @{ Name = $Name; Body = $Body } }
        function Should([Parameter(ValueFromPipeline)] $Actual, $Be, [switch] $Not, [switch] $Throw, [string] $ErrorId) {
            process {
                if ($Throw) {
                    try { $null = & $Actual } catch { if ($_.FullyQualifiedErrorId -like $ErrorId) { return } else { throw } }
                    throw "It did not fail with $ErrorId."
                }
                if (($Actual -eq $Be) -eq [bool] $Not) { throw "'$Actual' was compared with '$Be'." }
            }
        }
        """;

    [Fact]
    public void Every_test_of_the_suite_passes()
    {
        using var session = new ModuleSession();
        session.Run(Pester).Succeed();
        session.Run($". '{ExampleScript.PathOf("pester", "TerminalKeys.Tests.ps1")}'").Succeed();

        string results = session.Run(
            """
            $all = foreach ($test in $tests.Each) {
                try { foreach ($before in $tests.Before) { $null = & $before }; $null = & $test.Body; "passed: $($test.Name)" } catch { "FAILED: $($test.Name): $_" }
            }
            $all -join "`n"
            """).Text();

        Assert.DoesNotContain("FAILED", results, StringComparison.Ordinal);
        Assert.Equal(5, results.Split('\n').Length);
    }

    [Fact]
    public void A_test_of_the_suite_fails_when_the_code_is_wrong()
    {
        using var session = new ModuleSession();
        session.Run(Pester).Succeed();

        Assert.NotNull(session.Run("{ 'fine' } | Should -Throw -ErrorId 'x*'").Terminating);
        Assert.NotNull(session.Run("1 | Should -Be 2").Terminating);
        Assert.NotNull(session.Run("1 | Should -Not -Be 1").Terminating);
    }
}
