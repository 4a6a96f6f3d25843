using PaymentCrypto.Benchmarks.Timing;

namespace PaymentCrypto.Tests.Benchmarks;

/// <summary>A benchmark that says "not told apart" is worth what its statistics are worth.</summary>
public sealed class TimingStatisticsTests
{
    [Fact]
    public void T_is_what_R_prints_for_its_data_set_sleep() // t.test(extra ~ group, data = sleep): t = -1.8608, Student's data of 1908.
        => Assert.Equal(
            -1.8608,
            WelchTest.T([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]),
            tolerance: 0.00005);

    [Fact]
    public void T_is_what_R_prints_for_its_data_set_mtcars() // t.test(mpg ~ am, data = mtcars): t = -3.7671, samples of different sizes.
        => Assert.Equal(
            -3.7671,
            WelchTest.T(
                [21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 21.5, 15.5, 15.2, 13.3, 19.2],
                [21.0, 21.0, 22.8, 32.4, 30.4, 33.9, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4]),
            tolerance: 0.00005);

    [Fact]
    public void A_small_difference_is_found_below_times_that_hide_it()
    {
        Random random = new(1);
        double[] one = Times(random, 1000);
        double[] other = Times(random, 1010);

        Assert.InRange(Math.Abs(WelchTest.T(one, other)), 0, CroppedTest.Threshold);
        Assert.True(CroppedTest.FarthestT(one, other) < -CroppedTest.Threshold);
    }

    [Fact]
    public void Times_of_one_kind_are_not_told_apart()
    {
        Random random = new(2);
        Assert.InRange(CroppedTest.FarthestT(Times(random, 1000), Times(random, 1000)), -CroppedTest.Threshold, CroppedTest.Threshold);
        Assert.Equal(0, CroppedTest.FarthestT([25, 25, 25], [25, 25, 25]));
    }

    // About as long as said, and one in twenty a thousand times as long, because somebody else had the processor.
    private static double[] Times(Random random, double usual) =>
        [.. Enumerable.Range(0, 20_000).Select(_ => random.Next(20) == 0 ? random.Next(1_000_000) : usual + random.Next(100))];
}
